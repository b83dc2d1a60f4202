package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.noise.Grid;
import java.util.List;

/** What is released of a scan, and how. A {@link Drawing} for each shape knows its noise and its price. */
public sealed interface Shape {

    /** The answer to a count and nothing else. */
    Shape COUNT = new Named(1, 1, new Detail.None());

    /**
     * Cells that the question names: each is released, empty or not.
     *
     * @param size how many
     * @param perUnit how many of them one unit touches at most
     */
    record Named(int size, int perUnit, Detail detail) implements Shape {
        public Named {
            requireNonNull(detail, "detail");
            if (size < 1 || perUnit < 1) {
                throw new IllegalArgumentException("a cell at least");
            }
        }
    }

    /**
     * Cells whose keys are found in the data: a cell is released only if its noisy count shows that its being there does not
     * depend on one unit, but with a chance that is charged as {@link Delta}.
     *
     * @param perUnit how many cells one unit touches at most
     * @param atLeast the scan leaves out cells with fewer units
     */
    record Found(int perUnit, int atLeast, Detail detail) implements Shape {
        public Found {
            requireNonNull(detail, "detail");
            if (perUnit < 1 || atLeast < 1) {
                throw new IllegalArgumentException("a cell at least");
            }
        }
    }

    /**
     * Quantiles: the cells of the scan are bins, and an edge near each quantile is chosen. Released as one cell with the number
     * of units and the edges in order.
     *
     * @param percents which, 0 to 100
     */
    record Quantiles(Grid grid, List<Integer> percents) implements Shape {
        public Quantiles {
            requireNonNull(grid, "grid");
            percents = List.copyOf(percents);
            if (percents.isEmpty()) {
                throw new IllegalArgumentException("a quantile at least");
            }
        }
    }

    /**
     * The range of a column: from the first to the last bin of the grid whose noisy count stands out from the noise of empty
     * bins. Released as one cell with the two ends, or none if the table is too small to tell.
     */
    record Range(Grid grid) implements Shape {
        public Range {
            requireNonNull(grid, "grid");
        }
    }
}
