package io.leadgen.question.answer;

import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.question.MetricType;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A metric's noisy value, rounded to the digits that its noise leaves meaningful. */
public record MetricValue(BigDecimal value, @Nullable Interval interval) {

    /**
     * The value of a metric in one cell.
     *
     * @param bounds to which values were clamped, around whose midpoint the cell's detail was summed
     */
    public static MetricValue of(MetricType metric, Release.Cell cell, Bounds bounds) {
        return metric == MetricType.SUM ? sum(cell, bounds) : average(cell, bounds);
    }

    /** The centred sum put back in its place: midpoint times count, plus the sum of the distances from it. */
    private static MetricValue sum(Release.Cell cell, Bounds bounds) {
        NoisyValue count = cell.count();
        double sum = bounds.midpoint() * count.value().doubleValue() + distances(cell, bounds);
        return of(sum, Math.hypot(bounds.midpoint() * count.sigma(), distancesSigma(cell, bounds)));
    }

    /** The midpoint, plus the mean distance from it; never outside the bounds. */
    private static MetricValue average(Release.Cell cell, Bounds bounds) {
        NoisyValue count = cell.count();
        double size = Math.max(1, count.value().doubleValue());
        double distance = distances(cell, bounds) / size;
        double sigma = Math.hypot(distancesSigma(cell, bounds), distance * count.sigma()) / size;
        return of(Math.max(bounds.lower(), Math.min(bounds.upper(), bounds.midpoint() + distance)), sigma);
    }

    private static double distances(Release.Cell cell, Bounds bounds) {
        return cell.details().get(0).value().doubleValue() / Measure.CentredSum.STEPS * bounds.halfWidth();
    }

    private static double distancesSigma(Release.Cell cell, Bounds bounds) {
        return cell.details().get(0).sigma() / Measure.CentredSum.STEPS * bounds.halfWidth();
    }

    private static MetricValue of(double value, double sigma) {
        int digits = sigma > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(sigma))) : 0;
        double half = Precision.Z95 * sigma;
        return new MetricValue(
                rounded(value, digits),
                new Interval(rounded(value - half, digits), rounded(value + half, digits), NoisyCount.CONFIDENCE));
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
