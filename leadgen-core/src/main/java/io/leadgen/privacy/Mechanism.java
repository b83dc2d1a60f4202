package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scan is released: which noise its cells get, and what that costs. Each kind is one class with both, and the derivation
 * of its price. What {@link #least} and {@link #most} announce and what {@link ReleaseMechanism} charges come from one
 * method, {@link #cost}.
 *
 * <p>Prices assume that one unit changes at most as many cells as stated, and each measure by at most its sensitivity. The query
 * guarantees that, and tests verify it on real engines.
 */
public abstract sealed class Mechanism permits NamedCells, FoundCells, Quantiles, ColumnRange {
    /**
     * How much coarser than the class's finest noise the noise is whose price is charged before the scan. That price is a 256th
     * of the finest noise's: a scan that fails costs little, and none is free.
     */
    private static final int COARSENESS = 16;

    /** The number of units in one cell. */
    public static Mechanism count() {
        return new NamedCells(1, 1, Value.COUNT);
    }

    /**
     * Cells that the question names: each is released, empty or not.
     *
     * @param size how many; 1 or more
     * @param perUnit how many of them one unit changes at most; 1 or more
     */
    public static Mechanism named(int size, int perUnit, Value value) {
        return new NamedCells(size, perUnit, value);
    }

    /**
     * Cells whose keys are found in the data: a cell is released only if its noisy count passes a threshold.
     *
     * @param perUnit how many cells one unit changes at most; 1 or more
     * @param atLeast the scan leaves out cells with fewer units; 1 or more
     */
    public static Mechanism found(int perUnit, int atLeast, Value value) {
        return new FoundCells(perUnit, atLeast, value);
    }

    /**
     * Quantiles: the cells of the scan are bins, and an edge near each quantile is chosen. Released as one cell with the number
     * of units and the edges in order.
     *
     * @param percents which, 0 to 100; one at least
     */
    public static Mechanism quantiles(Grid grid, List<Integer> percents) {
        return new Quantiles(grid, percents);
    }

    /**
     * The range of a column. Released as one cell with the two ends, or none if the table is too small.
     *
     * @param grid the bins that the scan counts units in
     */
    public static Mechanism range(Grid grid) {
        return new ColumnRange(grid);
    }

    /** What a release with noise of {@code sigma} sensitivities costs. */
    public abstract PrivacyLoss cost(int sigma);

    /** What distinguishes this mechanism from others of its query, as a part of the question's key; never changes. */
    public abstract String keyText();

    /** The least that an answer can cost altogether. */
    public PrivacyLoss least(CallerClass callerClass, Precision precision) {
        return most(callerClass);
    }

    /** The most that an answer can cost altogether. */
    public PrivacyLoss most(CallerClass callerClass) {
        return cost(callerClass.sigma());
    }

    /** What is charged before the scan. */
    PrivacyLoss opening(CallerClass callerClass) {
        return PrivacyLoss.of(cost(coarseSigma(callerClass)).rho());
    }

    /** Whether the opening price alone buys an answer. */
    boolean hasCoarseForm() {
        return false;
    }

    /** Draws the noise that does not depend on the scan, outside of the timed path. */
    abstract OpenRelease open(CallerClass callerClass, Precision precision, Noise noise);

    static int coarseSigma(CallerClass callerClass) {
        return callerClass.sigma() * COARSENESS;
    }

    /**
     * What an answer says of each cell: the number of its units, or the sum or the mean of their values. Sum and mean take one noisy
     * value more: the sum around the middle of the bounds, which is the second measure of the scan.
     *
     * @param sensitivity by how much one unit can change the second measure; 1 for a count, which has none
     * @param bounds to which each unit's value is clamped; null for a count
     */
    public record Value(
            Kind kind, int sensitivity, @Nullable Bounds bounds) {
        /** The number of units. */
        public static final Value COUNT = new Value(Kind.COUNT, 1, null);

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
        public static Value sum(int sensitivity, Bounds bounds) {
            return new Value(Kind.SUM, sensitivity, requireNonNull(bounds, "bounds"));
        }

        /** The mean of the units' values. */
        public static Value average(int sensitivity, Bounds bounds) {
            return new Value(Kind.AVERAGE, sensitivity, requireNonNull(bounds, "bounds"));
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
        record Estimate(double value, double errorPerSigma) {
            /** How many standard deviations the coarse answer is taken to be too high, with 95 % certainty. */
            private static final double Z90 = 1.644854;

            /**
             * The noise that gives an answer a precision, judged by this coarse form of it: between {@code finest} and {@code
             * coarsest}, both included, rounded down.
             *
             * @param error the standard deviation of this coarse form
             */
            int sigmaFor(Precision precision, double error, int finest, int coarsest) {
                double least = Math.abs(value) - Z90 * error;
                double sigma = precision.fraction().doubleValue() * least / (Precision.Z95 * errorPerSigma);
                return (int) Math.max(finest, Math.min(coarsest, Math.floor(sigma)));
            }
        }

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
}
