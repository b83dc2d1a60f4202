package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.question.plan.CompiledQuestion;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Cells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which share of an audience meets a condition. A person meets it if some row of theirs that is in the audience matches it.
 * Costs as much as two counts.
 *
 * @param condition what is met
 * @param predicate the audience, or null for everyone
 * @param precision of the mean number of people who meet the condition and who do not
 */
public record Share(
        TableName table, String condition, @Nullable String predicate, Precision precision)
        implements Question<Share.Answer> {

    /**
     * A share of an audience.
     *
     * @param share 0 to 1; null if too few people are in the audience, or meet the condition
     * @param interval 95 % confidence interval of the share before noise, within 0 to 1; null if the share is
     * @param meeting how many people meet the condition
     * @param audience how many people there are
     */
    public record Answer(
            String condition,
            @Nullable BigDecimal share,
            @Nullable Interval interval,
            NoisyCount meeting,
            NoisyCount audience,
            ReleaseInfo terms) {}

    private static final int DIGITS = 4;

    public Share {
        requireNonNull(table, "table");
        requireNonNull(condition, "condition");
        requireNonNull(precision, "precision");
    }

    public static Share of(TableName table, String condition) {
        return new Share(table, condition, null, Precision.DEFAULT);
    }

    /** Restricts the question to rows that match a predicate; null for all. */
    public Share where(@Nullable String where) {
        return new Share(table, condition, where, precision);
    }

    public Share precision(Precision wanted) {
        return new Share(table, condition, predicate, wanted);
    }

    @Override
    public String kind() {
        return "share";
    }

    @Override
    public Plan<Answer> plan(QuestionCompiler compiler) {
        CompiledQuestion question = compiler.compile(predicate, Map.of("the condition", condition));
        Cells cells = new Cells.Funnel(question.partPredicates());
        return Plan.OneScan.of(question, question.count(cells, precision), this::answer);
    }

    private Answer answer(Plan.Answered answered) {
        List<Cell> cells = answered.release().cells();
        NoisyValue others = cells.get(0).count();
        NoisyValue met = cells.get(1).count();
        BigDecimal meeting = NoisyCount.whole(met);
        BigDecimal all = meeting.add(NoisyCount.whole(others).max(BigDecimal.ZERO));
        NoisyCount meetingShown = NoisyCount.of(met, answered.callerClass());
        NoisyCount allShown = NoisyCount.of(all, met.sigma() * Math.sqrt(2), answered.callerClass());
        BigDecimal share = meetingShown.shareOf(allShown);
        return new Answer(
                condition,
                share,
                share == null
                        ? null
                        : interval(met.value().doubleValue(), others.value().doubleValue(), met.sigma()),
                meetingShown,
                allShown,
                answered.info());
    }

    /**
     * All shares that the two noisy numbers do not refute (Fieller 1954): with p the share, (1 - p) met - p others has mean 0 and
     * the variance σ² ((1 - p)² + p²), so p is within if its square is at most z² times that. Unlike a share with a
     * standard error, this holds for small numbers too.
     */
    private static Interval interval(double met, double others, double sigma) {
        double all = met + others;
        double noise = Precision.Z95 * Precision.Z95 * sigma * sigma;
        double square = all * all - 2 * noise;
        double middle = met * all - noise;
        double root = middle * middle - square * (met * met - noise);
        if (square <= 0 || root < 0) {
            return new Interval(BigDecimal.ZERO, BigDecimal.ONE, NoisyCount.CONFIDENCE);
        }
        double half = Math.sqrt(root);
        return new Interval(
                digits((middle - half) / square, RoundingMode.FLOOR),
                digits((middle + half) / square, RoundingMode.CEILING),
                NoisyCount.CONFIDENCE);
    }

    private static BigDecimal digits(double share, RoundingMode mode) {
        return BigDecimal.valueOf(Math.max(0, Math.min(1, share))).setScale(DIGITS, mode);
    }
}
