package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scan is released: which noise its cells get, and what that costs. Each kind is one class with both, and the derivation
 * of its price. What {@link #least} and {@link #most} announce and what {@link ReleaseMechanism} charges come from one
 * method, {@link #cost}.
 *
 * <p>Prices are of neighbours: data in which the rows of one unit are added, removed, or replaced by any others. A fact about a
 * person who is there in any case is a replacement, and that can change twice as much as presence does. Prices assume that
 * a unit is in at most as many cells as stated, and adds to each measure by at most its sensitivity. The query guarantees
 * that, and tests verify it on real engines.
 */
public abstract sealed class Mechanism permits NamedCells, FoundCells, Quantiles, ColumnRange {
    /**
     * How much coarser than the class's finest noise the noise is whose price is charged before the scan. That price is a 256th
     * of the finest noise's: a scan that fails costs little, and none is free.
     */
    private static final int COARSENESS = 16;

    /** How many values a release has for each quantile. */
    public static final int QUANTILE_DETAILS = 4;

    /** The number of units in one cell. */
    public static Mechanism count() {
        return new NamedCells(1, 1, Value.COUNT);
    }

    /**
     * Cells that the question names: each is released, empty or not.
     *
     * @param size how many; 1 or more
     * @param perUnit how many of them one unit is in at most; 1 or more
     */
    public static Mechanism named(int size, int perUnit, Value value) {
        return new NamedCells(size, perUnit, value);
    }

    /**
     * Cells whose keys are found in the data: a cell is released only if its noisy count passes a threshold.
     *
     * @param perUnit how many cells one unit is in at most; 1 or more
     * @param atLeast the scan leaves out cells with fewer units; 1 or more
     */
    public static Mechanism found(int perUnit, int atLeast, Value value) {
        return new FoundCells(perUnit, atLeast, value);
    }

    /**
     * Quantiles: the cells of the scan are bins, and the bin of each quantile is chosen. Released as one cell with the number
     * of units, and for each quantile in its order {@value #QUANTILE_DETAILS} details: the lower and the upper edge of its bin, and how
     * many units lie below either.
     *
     * @param percents which, 0 to 100; one at least
     */
    public static Mechanism quantiles(Grid grid, List<Integer> percents) {
        return new Quantiles(grid, percents);
    }

    /**
     * The range of a column. Released as one cell with its lower and upper end, the number of units below and above, and that of all; or
     * with nothing, if too few have a value or too many lie outside.
     *
     * @param grid the bins that the scan counts units in
     */
    public static Mechanism range(Grid.Logarithmic grid) {
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

    /** How long a question keeps its answer. */
    Duration epoch(CallerClass callerClass) {
        return callerClass.epoch();
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
     * <p><b>Price of a cell</b>, in units of 1 / (2 sigma²). A unit that comes or goes changes the count by 1 and the sum by one
     * sensitivity; one whose value is replaced changes the sum by two, and nothing else. The noise of the sum is √2 times that of
     * the count. So the first costs 1 + 1/2, and the second 4/2 = 2. With noise of the same size they would cost 2 and 4: a mean
     * depends on the noise of its sum almost alone, and this split gives it the least noise for a price of 2, with a count
     * that is no finer than the class allows.
     *
     * @param sensitivity by how much one unit can add to the second measure; 1 for a count, which has none
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

        /**
         * The price of cells in units of 1 / (2 sigma²): the largest that a replaced unit can make it. Of the cells that the unit
         * leaves and enters, {@code both} are the same, so that its value is replaced there. With more cells than 2 {@code perUnit}
         * none needs to be.
         *
         * @param perUnit how many cells a unit is in at most
         * @param size how many cells there are
         */
        int price(int perUnit, int size) {
            int in = Math.min(perUnit, size);
            int both = Math.max(0, 2 * in - size);
            int either = 2 * (in - both);
            // 3/2 for each cell that it leaves or enters, and there is an even number of them.
            return kind == Kind.COUNT ? both + either : 2 * both + either / 2 * 3;
        }

        /** The standard deviation of the noise of a coordinate, rounded up. */
        BigInteger scale(int coordinate, int sigma) {
            BigInteger own = BigInteger.valueOf(sigma);
            if (coordinate == 0) {
                return own;
            }
            BigInteger variance =
                    own.multiply(BigInteger.valueOf(sensitivity)).pow(2).shiftLeft(1);
            BigInteger[] root = variance.sqrtAndRemainder();
            return root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
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
                double sigma = precision.value() * least / (Precision.Z95 * errorPerSigma);
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
                        Math.hypot(bounds.midpoint(), Math.sqrt(2) * bounds.halfWidth()));
            }
            double size = Math.max(1, count);
            double mean = sum / size;
            return new Estimate(
                    bounds.midpoint() + bounds.halfWidth() * mean,
                    bounds.halfWidth() * Math.hypot(Math.sqrt(2), mean) / size);
        }
    }
}
