package io.leadgen.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.policy.Bounds;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void binsTouchAndRise() {
        for (Grid grid : new Grid[] {
            new Grid.Logarithmic(),
            new Grid.Linear(new Bounds(-3, 100)),
            new Grid.Stretched(new Bounds(-3, 100)),
            new Grid.Stretched(new Bounds(1e6, 1e6 + 1)),
            new Grid.Stretched(new Bounds(-1e12, -1))
        }) {
            for (int bin = 0; bin < grid.size(); bin++) {
                assertThat(grid.lowerEdge(bin)).isLessThanOrEqualTo(grid.upperEdge(bin));
                if (bin > 0) {
                    assertThat(grid.lowerEdge(bin)).isEqualTo(grid.upperEdge(bin - 1));
                }
            }
        }
    }

    @Test
    void theLogarithmicGridIsSymmetric() {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        for (int step = 1; step <= Grid.Logarithmic.PER_SIDE; step++) {
            assertThat(grid.upperEdge(Grid.Logarithmic.ZERO + step))
                    .isEqualTo(-grid.lowerEdge(Grid.Logarithmic.ZERO - step));
        }
        assertThat(grid.upperEdge(grid.size() - 1)).isGreaterThan(1e20);
    }

    @Test
    void aFewWholeNumbersHaveABinEach() {
        Grid ages = Grid.forQuantiles(new Bounds(0, 120), true);
        assertThat(ages.size()).isEqualTo(121);
        assertThat(ages.lowerEdge(17)).isEqualTo(17);
        assertThat(ages.upperEdge(120)).isEqualTo(121);
        assertThat(Grid.forQuantiles(new Bounds(0, 120), false)).isInstanceOf(Grid.Stretched.class);
        assertThat(Grid.forQuantiles(new Bounds(0, 1e6), true)).isInstanceOf(Grid.Stretched.class);
    }

    @Test
    void everyBoundsHaveBinsThatRise() {
        for (Bounds bounds : new Bounds[] {
            new Bounds(0.2, 0.3), new Bounds(1e9, 1e9 + 4), new Bounds(0, 1e-307), new Bounds(-8e307, 8e307)
        }) {
            Grid grid = Grid.forQuantiles(bounds, true);
            for (int bin = 0; bin < grid.size(); bin++) {
                assertThat(grid.lowerEdge(bin)).isFinite().isLessThan(grid.upperEdge(bin));
            }
        }
    }

    @Test
    void aStretchedGridIsFineWhereValuesAreSmall() {
        Grid grid = new Grid.Stretched(new Bounds(0, 1e6));
        int finest = 0;
        while (grid.upperEdge(finest) <= 1_000) {
            finest++;
        }
        // A thousandth of the bounds, and a tenth of the bins.
        assertThat(finest).isGreaterThan(400);
        for (int bin = 0; bin < grid.size(); bin++) {
            double width = grid.upperEdge(bin) - grid.lowerEdge(bin);
            assertThat(width).isLessThan(0.002 * (grid.lowerEdge(bin) + 1e6 / 1024));
        }
    }
}
