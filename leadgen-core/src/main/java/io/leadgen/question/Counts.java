package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts the people who match each of several predicates. Each is answered as if it were asked alone; all of them take one scan.
 * What is paid for is what one person can change: of predicates of which one row can meet k at most, the 2k dearest, if each person has
 * one row; else all. The answers are in the order of the predicates.
 *
 * @param predicates one to {@value #MOST}
 */
public record Counts(TableName table, List<String> predicates, Precision precision)
        implements Question<List<AudienceEstimate>> {
    /** The most predicates of one question. */
    public static final int MOST = 100;

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for no predicate, TOO_MANY_CELLS for too many
     */
    public Counts {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        predicates = List.copyOf(predicates);
        if (predicates.isEmpty()) {
            throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "A list of counts needs at least one condition");
        }
        if (predicates.size() > MOST) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "One request counts up to " + MOST + " conditions, and this one has " + predicates.size(),
                    "ask in several requests");
        }
    }

    public static Counts of(TableName table, List<String> predicates) {
        return new Counts(table, predicates, Precision.DEFAULT);
    }

    public Counts precision(Precision wanted) {
        return new Counts(table, predicates, wanted);
    }

    @Override
    public String kind() {
        return "counts";
    }

    @Override
    public Plan<List<AudienceEstimate>> plan(QuestionCompiler compiler) {
        // Predicates that mean the same are one question.
        Map<String, CompiledQuestion> questions = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < predicates.size(); i++) {
            String predicate = predicates.get(i);
            CompiledQuestion question =
                    QuestionCompiler.part("condition " + (i + 1), () -> compiler.compile(predicate));
            questions.putIfAbsent(question.rows().key(), question);
            keys.add(question.rows().key());
        }
        List<Plan.Part> parts =
                questions.values().stream().map(each -> each.count(precision)).toList();
        CompiledQuestion common = compiler.everyone()
                .withParts(
                        questions.values().stream().map(CompiledQuestion::rows).toList());
        List<String> places = List.copyOf(questions.keySet());
        return new Plan.OneScan<>(
                common,
                parts,
                common.mostPartsPerUnit(),
                released -> IntStream.range(0, predicates.size())
                        .mapToObj(i -> Count.estimate(predicates.get(i), released.get(places.indexOf(keys.get(i)))))
                        .toList());
    }
}
