package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.Shape;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many people match a condition, or each of several. */
public final class Counting {
    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Counting(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    public AudienceEstimate count(Count request, AuditedCall call) {
        CompiledQuestion question = compiler.compile(request.table(), request.predicate(), call);
        Released released =
                releases.release(question, QuestionRunner.countQuery(question), Shape.COUNT, request.precision(), call);
        return estimate(question, request.predicate(), released, call);
    }

    public List<AudienceEstimate> countEach(Counts request, AuditedCall call) {
        List<CompiledQuestion> questions = new ArrayList<>();
        // Two conditions that mean the same are one question.
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Integer> placeOf = new ArrayList<>();
        for (int i = 0; i < request.predicates().size(); i++) {
            CompiledQuestion question = compile(request, i, call);
            int place = places.computeIfAbsent(question.rows(), rows -> {
                questions.add(question);
                return questions.size() - 1;
            });
            placeOf.add(place);
        }
        CompiledQuestion common = compiler.everyone(request.table(), call);
        List<Released> released = releases.countEach(questions, common, request.precision(), call);
        List<AudienceEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < placeOf.size(); i++) {
            int place = placeOf.get(i);
            estimates.add(estimate(questions.get(place), request.predicates().get(i), released.get(place), call));
        }
        return estimates;
    }

    private CompiledQuestion compile(Counts request, int condition, AuditedCall call) {
        return Part.of(
                "condition " + (condition + 1),
                () -> compiler.compile(request.table(), request.predicates().get(condition), call));
    }

    private AudienceEstimate estimate(
            CompiledQuestion question, @Nullable String predicate, Released released, AuditedCall call) {
        ReleaseInfo terms = releases.terms(question, predicate, released, call);
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
