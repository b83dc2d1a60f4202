package io.leadgen.privacy.noise;

import io.leadgen.privacy.policy.Bounds;

/**
 * A fixed division of the number line into bins, chosen without reading data. The first and the last bin take everything
 * beyond the grid, so that every finite value has a bin.
 */
public sealed interface Grid {

    /** Number of bins. */
    int size();

    /** Lower edge of a bin, {@code 0 <= bin < size()}. */
    double lowerEdge(int bin);

    /** Upper edge of a bin. */
    double upperEdge(int bin);

    /** 4,096 bins of one width over declared or derived bounds. */
    record Linear(Bounds bounds) implements Grid {
        public static final int SIZE = 4096;

        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public double lowerEdge(int bin) {
            return bounds.lower() + (bounds.upper() - bounds.lower()) * bin / SIZE;
        }

        @Override
        public double upperEdge(int bin) {
            return lowerEdge(bin + 1);
        }
    }

    /**
     * Bins whose width grows with the distance from zero: {@value #PER_OCTAVE} to each doubling, from 2^{@value
     * #LOWEST_EXPONENT} on, one bin for what is nearer to zero, the same on both sides. Bin {@value #ZERO} holds zero. Used once
     * for a column without declared bounds, to find its range to about three percent.
     */
    record Logarithmic() implements Grid {
        public static final int PER_OCTAVE = 24;
        public static final int LOWEST_EXPONENT = -14;
        /** Bins on either side of zero. */
        public static final int PER_SIDE = 2047;

        public static final int ZERO = PER_SIDE;

        @Override
        public int size() {
            return 2 * PER_SIDE + 1;
        }

        @Override
        public double lowerEdge(int bin) {
            return bin == ZERO ? 0 : bin > ZERO ? magnitude(bin - ZERO - 1) : -magnitude(ZERO - bin);
        }

        @Override
        public double upperEdge(int bin) {
            return bin == ZERO ? 0 : bin > ZERO ? magnitude(bin - ZERO) : -magnitude(ZERO - bin - 1);
        }

        private static double magnitude(int step) {
            return step == 0 ? 0 : Math.pow(2, LOWEST_EXPONENT + (double) step / PER_OCTAVE);
        }
    }
}
