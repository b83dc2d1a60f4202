package io.leadgen.audience;

import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many people match a condition, or each of several. */
final class Counting {
    private final QuestionCompiler compiler;
    private final Releases releases;

    Counting(QuestionCompiler compiler, Releases releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    AudienceEstimate count(CountRequest request, AuditedCall call) {
        Question question = compiler.compile(request.table(), request.predicate(), call);
        Released released =
                releases.release(question, Releases.countQuery(question), Shape.COUNT, request.precision(), call);
        return estimate(question, request.predicate(), released, call);
    }

    List<AudienceEstimate> countEach(CountsRequest request, AuditedCall call) {
        List<Question> questions = new ArrayList<>();
        // Two conditions that mean the same are one question.
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Integer> placeOf = new ArrayList<>();
        for (int i = 0; i < request.predicates().size(); i++) {
            Question question = compile(request, i, call);
            int place = places.computeIfAbsent(question.rows(), rows -> {
                questions.add(question);
                return questions.size() - 1;
            });
            placeOf.add(place);
        }
        Question common = compiler.everyone(request.table(), call);
        List<Released> released = releases.countEach(questions, common, request.precision(), call);
        List<AudienceEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < placeOf.size(); i++) {
            int place = placeOf.get(i);
            estimates.add(estimate(questions.get(place), request.predicates().get(i), released.get(place), call));
        }
        return estimates;
    }

    private Question compile(CountsRequest request, int condition, AuditedCall call) {
        return Part.of(
                "condition " + (condition + 1),
                () -> compiler.compile(request.table(), request.predicates().get(condition), call));
    }

    private AudienceEstimate estimate(
            Question question, @Nullable String predicate, Released released, AuditedCall call) {
        Terms terms = releases.terms(question, predicate, released, call);
        NoisyCount count = NoisyCount.of(released.release().cell().count(), question.callerClass());
        return new AudienceEstimate(
                terms.table(),
                count.approxCount(),
                predicate,
                count.suppressed(),
                count.suppressed() ? terms.below() : null,
                count.interval(),
                terms.coarse(),
                terms.privacy(),
                terms.applied(),
                terms.requestId(),
                terms.elapsedMs());
    }
}
