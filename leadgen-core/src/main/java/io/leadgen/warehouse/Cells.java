package io.leadgen.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.Grid;

/** How the scanned units are cut: each unit falls in one cell at most. */
public sealed interface Cells {

    /** Number of cells, known before the scan. */
    int size();

    /** One cell with every unit. */
    record Whole() implements Cells {
        @Override
        public int size() {
            return 1;
        }
    }

    /** One cell for each bin of a grid, by the unit's value; a unit without a value falls in none. */
    record Bins(UnitValue value, Grid grid) implements Cells {
        public Bins {
            requireNonNull(value, "value");
            requireNonNull(grid, "grid");
        }

        @Override
        public int size() {
            return grid.size();
        }
    }
}
