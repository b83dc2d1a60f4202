package io.leadgen.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.policy.Bounds;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void binsTouchAndRise() {
        for (Grid grid : new Grid[] {new Grid.Logarithmic(), new Grid.Linear(new Bounds(-3, 100))}) {
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
}
