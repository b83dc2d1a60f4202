package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceFunnel.Step;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Cells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the people who reach each step. A person reaches a step if some row of theirs matches its predicate and they reach the step
 * before; rows of different steps can be different ones.
 *
 * @param steps the predicates, one to {@value Cells.Funnel#MOST_STEPS}
 * @param predicate a predicate on all rows of the question, or null for all
 * @param precision of the mean number of people who stop at a step
 */
public record Funnel(
        TableName table, List<String> steps, @Nullable String predicate, Precision precision)
        implements Question<AudienceFunnel> {

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for no step, TOO_MANY_CELLS for too many
     */
    public Funnel {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "A funnel needs at least one step", "give a condition for each step");
        }
        if (steps.size() > Cells.Funnel.MOST_STEPS) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "A funnel has up to " + Cells.Funnel.MOST_STEPS + " steps, and this one has " + steps.size(),
                    "leave some steps out");
        }
    }

    public static Funnel of(TableName table, List<String> steps) {
        return new Funnel(table, steps, null, Precision.DEFAULT);
    }

    /** Restricts the question to rows that match a predicate; null for all. */
    public Funnel where(@Nullable String where) {
        return new Funnel(table, steps, where, precision);
    }

    public Funnel precision(Precision wanted) {
        return new Funnel(table, steps, predicate, wanted);
    }

    @Override
    public String kind() {
        return "funnel";
    }

    @Override
    public Plan<AudienceFunnel> plan(QuestionCompiler compiler) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            named.put("step " + (step + 1), steps.get(step));
        }
        CompiledQuestion question = compiler.compile(predicate, named);
        Cells cells = new Cells.Funnel(question.partPredicates());
        return Plan.OneScan.of(question, question.count(cells, precision), this::answer);
    }

    private AudienceFunnel answer(Plan.Answered answered) {
        List<Cell> cells = answered.release().cells();
        List<BigDecimal> reached = reached(cells);
        List<NoisyCount> sizes = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            // The sum of the cells from here on, each with its own noise.
            double sigma = cells.get(i).count().sigma() * Math.sqrt((double) reached.size() - i);
            sizes.add(NoisyCount.of(reached.get(i), sigma, answered.callerClass()));
        }
        List<Step> shown = new ArrayList<>();
        for (int step = 1; step < sizes.size(); step++) {
            shown.add(new Step(
                    steps.get(step - 1),
                    sizes.get(step),
                    sizes.get(step).shareOf(sizes.get(step - 1)),
                    sizes.get(step).shareOf(sizes.get(1))));
        }
        return new AudienceFunnel(sizes.get(0), shown, answered.info());
    }

    /**
     * How many reach each step: the cells from there on, added up. Where noise makes a number larger than the one before, the
     * two are set to their mean, and so on until none increases: the nearest numbers that can be a funnel's (isotonic
     * regression by pooling adjacent violators).
     */
    private static List<BigDecimal> reached(List<Cell> cells) {
        List<BigDecimal> sums = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (BigDecimal sum : sumsFrom(cells)) {
            sums.add(sum);
            sizes.add(1);
            while (sums.size() > 1 && increases(sums, sizes)) {
                int last = sums.size() - 1;
                sums.set(last - 1, sums.get(last - 1).add(sums.remove(last)));
                sizes.set(last - 1, sizes.get(last - 1) + sizes.remove(last));
            }
        }
        List<BigDecimal> reached = new ArrayList<>();
        for (int pool = 0; pool < sums.size(); pool++) {
            BigDecimal mean = sums.get(pool).divide(BigDecimal.valueOf(sizes.get(pool)), 0, RoundingMode.HALF_EVEN);
            for (int i = 0; i < sizes.get(pool); i++) {
                reached.add(mean);
            }
        }
        return reached;
    }

    private static boolean increases(List<BigDecimal> sums, List<Integer> sizes) {
        int last = sums.size() - 1;
        BigDecimal before = sums.get(last - 1).multiply(BigDecimal.valueOf(sizes.get(last)));
        BigDecimal after = sums.get(last).multiply(BigDecimal.valueOf(sizes.get(last - 1)));
        return after.compareTo(before) > 0;
    }

    private static List<BigDecimal> sumsFrom(List<Cell> cells) {
        BigDecimal[] sums = new BigDecimal[cells.size()];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = sums.length - 1; i >= 0; i--) {
            sum = sum.add(NoisyCount.whole(cells.get(i).count()));
            sums[i] = sum;
        }
        return List.of(sums);
    }
}
