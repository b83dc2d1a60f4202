package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Cells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two audiences: counts who is in the first only, in the second only, and in both. The cells are those of a funnel among
 * the people of either audience, first into the first and then into the second. That leaves three cells which together are just
 * the two audiences. An overlap would have a fourth with the rest of the table, and its precision would be that of the table.
 *
 * @param precision of the mean of the three parts
 */
public record Comparison(TableName table, String first, String second, Precision precision)
        implements Question<AudienceComparison> {
    private static final int ONLY_SECOND = 0;
    private static final int ONLY_FIRST = 1;
    private static final int BOTH = 2;

    public Comparison {
        requireNonNull(table, "table");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(precision, "precision");
    }

    public static Comparison of(TableName table, String first, String second) {
        return new Comparison(table, first, second, Precision.DEFAULT);
    }

    public Comparison precision(Precision wanted) {
        return new Comparison(table, first, second, wanted);
    }

    @Override
    public String kind() {
        return "compare";
    }

    @Override
    public Plan<AudienceComparison> plan(QuestionCompiler compiler) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("the first audience", first);
        named.put("the second audience", second);
        CompiledQuestion question = compiler.inAnyPart(compiler.compile(named));
        Cells cells = new Cells.Funnel(question.partPredicates());
        return Plan.OneScan.of(question, question.count(cells, precision), Comparison::answer);
    }

    private static AudienceComparison answer(Plan.Answered answered) {
        List<Cell> people = answered.release().cells();
        return AudienceComparison.of(
                NoisyCount.whole(people.get(ONLY_FIRST).count()),
                NoisyCount.whole(people.get(ONLY_SECOND).count()),
                NoisyCount.whole(people.get(BOTH).count()),
                people.get(BOTH).count().sigma(),
                answered.callerClass(),
                answered.info());
    }
}
