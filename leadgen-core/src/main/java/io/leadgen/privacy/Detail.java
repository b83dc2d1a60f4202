package io.leadgen.privacy;

/** What a release holds besides the count, read from the same scan. */
public sealed interface Detail {

    /** Sensitivity-1 releases that it takes beyond the count. */
    int coordinates();

    /** Nothing: the question is a count. */
    record None() implements Detail {
        @Override
        public int coordinates() {
            return 0;
        }
    }

    /**
     * A sum: the second measure of the scan, with noise in proportion to what one unit can add.
     *
     * @param sensitivity by how much one unit can change the sum
     */
    record Sum(int sensitivity) implements Detail {
        @Override
        public int coordinates() {
            return 1;
        }
    }

    /**
     * A quantile: the cells of the scan are bins, and an edge near the quantile is chosen.
     *
     * @param grid the bins
     * @param percent which quantile, 0 to 100
     */
    record Quantile(Grid grid, int percent) implements Detail {
        @Override
        public int coordinates() {
            return 1;
        }
    }
}
