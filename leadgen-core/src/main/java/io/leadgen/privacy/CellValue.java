package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.Bounds;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of each cell: the number of its units, or the sum or the mean of their values. Sum and mean take one noisy
 * value more: the sum around the middle of the bounds, which is the second measure of the scan.
 *
 * @param sensitivity by how much one unit can change the second measure; 1 for a count, which has none
 * @param bounds to which each unit's value is clamped; null for a count
 */
public record CellValue(
        Kind kind, int sensitivity, @Nullable Bounds bounds) {
    /** The number of units. */
    public static final CellValue COUNT = new CellValue(Kind.COUNT, 1, null);

    /** What is asked of a cell. */
    enum Kind {
        // Part of keys.
        COUNT("none"),
        SUM("sum"),
        AVERAGE("average");

        final String keyText;

        Kind(String keyText) {
            this.keyText = keyText;
        }
    }

    /** The sum of the units' values. */
    public static CellValue sum(int sensitivity, Bounds bounds) {
        return new CellValue(Kind.SUM, sensitivity, requireNonNull(bounds, "bounds"));
    }

    /** The mean of the units' values. */
    public static CellValue average(int sensitivity, Bounds bounds) {
        return new CellValue(Kind.AVERAGE, sensitivity, requireNonNull(bounds, "bounds"));
    }

    /** How many noisy values each cell takes. */
    int coordinates() {
        return kind == Kind.COUNT ? 1 : 2;
    }

    /** The standard deviation of the noise of a coordinate. */
    BigInteger scale(int coordinate, int sigma) {
        return BigInteger.valueOf(coordinate == 0 ? 1 : sensitivity).multiply(BigInteger.valueOf(sigma));
    }

    /**
     * What the mean cell of an answer says, as far as it is known.
     *
     * @param value in the unit of the question
     * @param errorPerSigma the standard deviation of the value when noise has a sigma of one sensitivity
     */
    record Estimate(double value, double errorPerSigma) {}

    /**
     * The answer that the precision is about.
     *
     * @param count the noisy number of units
     * @param sum the noisy second measure, in sensitivities
     */
    Estimate estimate(double count, double sum) {
        if (bounds == null) {
            return new Estimate(count, 1);
        }
        if (kind == Kind.SUM) {
            return new Estimate(
                    bounds.midpoint() * count + bounds.halfWidth() * sum,
                    Math.hypot(bounds.midpoint(), bounds.halfWidth()));
        }
        double size = Math.max(1, count);
        double mean = sum / size;
        return new Estimate(
                bounds.midpoint() + bounds.halfWidth() * mean, bounds.halfWidth() * Math.hypot(1, mean) / size);
    }
}
