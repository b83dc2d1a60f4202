package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.Bounds;

/** What is released of each cell besides its count, from the same scan. */
public sealed interface Detail {

    /**
     * What the mean cell of an answer says, as far as it is known.
     *
     * @param value in the unit of what was asked
     * @param errorPerSigma the standard deviation of the value when noise has a sigma of one sensitivity
     */
    record Estimate(double value, double errorPerSigma) {}

    /** Releases that each cell takes: the count, and one for each detail. */
    int coordinates();

    /** The answer that the precision is about, from the count and the detail (in sensitivities) of a cell. */
    Estimate estimate(double count, double detail);

    /** Nothing: the question is a count. */
    record None() implements Detail {
        @Override
        public int coordinates() {
            return 1;
        }

        @Override
        public Estimate estimate(double count, double detail) {
            return new Estimate(count, 1);
        }
    }

    /** A sum around the middle of bounds: the second measure of the scan, with noise in proportion to what one unit can add. */
    sealed interface Centred extends Detail {
        /** By how much one unit can change the second measure. */
        int sensitivity();

        Bounds bounds();

        @Override
        default int coordinates() {
            return 2;
        }
    }

    /** The sum of the units' values is asked. */
    record Sum(int sensitivity, Bounds bounds) implements Centred {
        public Sum {
            requireNonNull(bounds, "bounds");
        }

        @Override
        public Estimate estimate(double count, double detail) {
            double sum = bounds.midpoint() * count + bounds.halfWidth() * detail;
            return new Estimate(sum, Math.hypot(bounds.midpoint(), bounds.halfWidth()));
        }
    }

    /** The mean of the units' values is asked. */
    record Average(int sensitivity, Bounds bounds) implements Centred {
        public Average {
            requireNonNull(bounds, "bounds");
        }

        @Override
        public Estimate estimate(double count, double detail) {
            double size = Math.max(1, count);
            double mean = detail / size;
            return new Estimate(
                    bounds.midpoint() + bounds.halfWidth() * mean, bounds.halfWidth() * Math.hypot(1, mean) / size);
        }
    }
}
