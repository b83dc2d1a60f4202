package io.leadgen.question;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.NoisyCount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bin of a quantile, and where it lies among the people with a value.
 *
 * @param below how many have a value below the lower edge
 * @param through how many have one below the upper edge
 * @param all how many have a value
 */
record QuantileBin(double lower, double upper, NoisyValue below, NoisyValue through, NoisyValue all) {
    /** A percentile whose rank is less certain than this share on either side says nothing. */
    private static final double SAYS_NOTHING = 0.25;

    /**
     * How a value is written.
     *
     * @param most decimals; null where averages can have any number of them
     */
    record Digits(@Nullable Integer most) {
        boolean whole() {
            return most != null && most == 0;
        }
    }

    /** A mean of several rows has other digits than they. */
    static Digits digits(UnitValue value, PrivacyUnit unit) {
        ColumnType type = value.column().type();
        boolean mean = value.combination() == UnitValue.Combination.AVERAGE && !(unit instanceof PrivacyUnit.Row);
        return new Digits(type.family() == TypeFamily.EXACT_NUMBER && !mean ? type.scale() : null);
    }

    /** The bins of a release, in the order of the quantiles. */
    static List<QuantileBin> all(Cell cell) {
        List<NoisyValue> details = cell.details();
        List<QuantileBin> bins = new ArrayList<>();
        for (int at = 0; at < details.size(); at += Mechanism.QUANTILE_DETAILS) {
            bins.add(new QuantileBin(
                    details.get(at).value().doubleValue(),
                    details.get(at + 1).value().doubleValue(),
                    details.get(at + 2),
                    details.get(at + 3),
                    cell.count()));
        }
        return bins;
    }

    /** The percentile; without a value where its rank is too uncertain. */
    Percentile percentile(int percent, Digits digits, Bounds bounds) {
        double halfBelow = half(below);
        double halfThrough = half(through);
        if (Math.max(halfBelow, halfThrough) > SAYS_NOTHING) {
            return new Percentile(percent, null, null);
        }
        return new Percentile(
                percent,
                value(digits, bounds),
                new Interval(
                        rank(share(below) - halfBelow, RoundingMode.FLOOR),
                        rank(share(through) + halfThrough, RoundingMode.CEILING),
                        NoisyCount.CONFIDENCE));
    }

    /** The least number of people with which the percentile would have been shown. */
    int least() {
        double people = Math.max(1, all.value().doubleValue());
        return (int) Math.ceil(Math.max(half(below), half(through)) * people / SAYS_NOTHING);
    }

    private double share(NoisyValue part) {
        return part.value().doubleValue() / Math.max(1, all.value().doubleValue());
    }

    /** Half the width of the 95 % interval of a part's share. The part and the rest have noise of their own. */
    private double half(NoisyValue part) {
        double share = Math.max(0, Math.min(1, share(part)));
        double rest = all.sigma() * all.sigma() - part.sigma() * part.sigma();
        double variance = Math.pow((1 - share) * part.sigma(), 2) + share * share * Math.max(0, rest);
        return Precision.Z95 * Math.sqrt(variance) / Math.max(1, all.value().doubleValue());
    }

    private static BigDecimal rank(double share, RoundingMode outwards) {
        double percent = Math.max(0, Math.min(1, share)) * 100;
        return BigDecimal.valueOf(percent).setScale(1, outwards);
    }

    /** The value of the bin that is written with the fewest digits; one that rows can have, if there is one. */
    private BigDecimal value(Digits digits, Bounds bounds) {
        BigDecimal middle = BigDecimal.valueOf(lower + (upper - lower) / 2);
        BigDecimal value = lower <= 0 && upper > 0 ? BigDecimal.ZERO : shortest(middle, digits);
        BigDecimal within = value.max(BigDecimal.valueOf(bounds.lower())).min(BigDecimal.valueOf(bounds.upper()));
        return digits.most() == null ? plain(within) : within.setScale(digits.most(), RoundingMode.HALF_EVEN);
    }

    private BigDecimal shortest(BigDecimal middle, Digits digits) {
        int decimals = -(int) Math.floor(Math.log10(upper - lower));
        for (int scale = decimals - 1; ; scale++) {
            boolean last = scale > decimals || (digits.most() != null && scale >= digits.most());
            BigDecimal value =
                    middle.setScale(last && digits.most() != null ? digits.most() : scale, RoundingMode.HALF_EVEN);
            if (last || (value.doubleValue() >= lower && value.doubleValue() < upper)) {
                return value;
            }
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
