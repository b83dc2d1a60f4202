package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceFunnel.Step;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.question.answer.Shares;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far people get. */
public final class Funnelling {
    private final QuestionCompiler compiler;
    private final QuestionRunner releases;

    public Funnelling(QuestionCompiler compiler, QuestionRunner releases) {
        this.compiler = compiler;
        this.releases = releases;
    }

    /** A funnel that is understood, before its scan. */
    private record Prepared(CompiledQuestion question, AggregateQuery query) {}

    private Prepared prepare(Funnel request, AuditedCall call) {
        QuestionCompiler.Parts parts =
                compiler.compileParts(request.table(), request.predicate(), named(request.steps()), call);
        CompiledQuestion question = parts.question();
        List<Predicate> steps = parts.conditions();
        return new Prepared(
                question, QuestionRunner.query(question, new Cells.Funnel(steps), List.of(new Measure.Units())));
    }

    public Price price(Funnel request, AuditedCall call) {
        Prepared prepared = prepare(request, call);
        return QuestionRunner.price(prepared.question(), prepared.query(), new Detail.None(), request.precision());
    }

    public AudienceFunnel funnel(Funnel request, AuditedCall call) {
        Prepared prepared = prepare(request, call);
        CompiledQuestion question = prepared.question();
        AggregateQuery query = prepared.query();
        Released released = releases.release(question, query, new Detail.None(), request.precision(), call);
        List<Cell> cells = released.release().cells();
        List<BigDecimal> reached = reached(cells);
        List<NoisyCount> sizes = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            // The sum of the cells from here on, each with its own noise.
            double sigma = cells.get(i).count().sigma() * Math.sqrt((double) reached.size() - i);
            sizes.add(NoisyCount.of(reached.get(i), sigma, question.callerClass()));
        }
        List<Step> told = new ArrayList<>();
        for (int step = 1; step < sizes.size(); step++) {
            told.add(new Step(
                    request.steps().get(step - 1),
                    sizes.get(step),
                    Shares.of(sizes.get(step), sizes.get(step - 1)),
                    Shares.of(sizes.get(step), sizes.get(1))));
        }
        ReleaseInfo terms = releases.terms(question, request.predicate(), released, call);
        return new AudienceFunnel(sizes.get(0), told, terms);
    }

    private static Map<String, String> named(List<String> steps) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            named.put("step " + (step + 1), steps.get(step));
        }
        return named;
    }

    /**
     * How many reach each step: the cells from there on, added up. Where noise would make a number larger than the one before, the
     * two are set to their mean, and so on until none increases: the nearest numbers that can be a funnel's (isotonic
     * regression by pooling adjacent violators).
     */
    static List<BigDecimal> reached(List<Cell> cells) {
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
