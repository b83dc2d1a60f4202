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

    /**
     * The grid for the quantiles of values within bounds: a bin for each of a few whole numbers, else bins that are fine where
     * values are small.
     *
     * @param whole whether values are whole numbers only
     */
    static Grid forQuantiles(Bounds bounds, boolean whole) {
        double values = Math.floor(bounds.upper()) - Math.ceil(bounds.lower()) + 1;
        return whole && values >= 1 && values <= Linear.FEW
                ? new Linear(new Bounds(Math.ceil(bounds.lower()), Math.floor(bounds.upper()) + 1), (int) values)
                : new Stretched(bounds);
    }

    /** Bins of one width within bounds. */
    record Linear(Bounds bounds, int size) implements Grid {
        /** As many as {@link Stretched} has. */
        public static final int SIZE = Stretched.SIZE;
        /** So many whole numbers have a bin each. */
        static final int FEW = 256;

        public Linear(Bounds bounds) {
            this(bounds, SIZE);
        }

        @Override
        public double lowerEdge(int bin) {
            return bounds.lower() + (bounds.upper() - bounds.lower()) * bin / size;
        }

        @Override
        public double upperEdge(int bin) {
            return lowerEdge(bin + 1);
        }
    }

    /**
     * 4,096 bins within bounds, of nearly one width around zero, and the wider the further they are from it, so that few of them are
     * where nobody is, if bounds are far wider than most values. An edge is where the logarithm of 1 + |value| / scale has gone another step.
     */
    record Stretched(Bounds bounds) implements Grid {
        public static final int SIZE = 4096;
        /** The larger bound in multiples of the scale. */
        private static final double STRETCH = 1024;

        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public double lowerEdge(int bin) {
            if (bin == 0 || bin == SIZE) {
                return bin == 0 ? bounds.lower() : bounds.upper();
            }
            double from = stretched(bounds.lower());
            double at = from + (stretched(bounds.upper()) - from) * bin / SIZE;
            return Math.copySign(scale() * Math.expm1(Math.abs(at)), at);
        }

        @Override
        public double upperEdge(int bin) {
            return lowerEdge(bin + 1);
        }

        /** The unit of values, in which the logarithm is taken. */
        public double scale() {
            return Math.max(Math.abs(bounds.lower()), Math.abs(bounds.upper())) / STRETCH;
        }

        /** A value on the scale on which bins have one width. */
        public double stretched(double value) {
            return Math.copySign(Math.log(1 + Math.abs(value) / scale()), value);
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
