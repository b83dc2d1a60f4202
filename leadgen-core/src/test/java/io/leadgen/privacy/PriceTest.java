package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.privacy.Mechanism.Value;
import io.leadgen.privacy.policy.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of cells against every way in which the rows of one unit can be replaced by others. */
class PriceTest {
    private static final int STEPS = 1 << 20;
    private static final int ABSENT = Integer.MAX_VALUE;

    /** A unit in a cell: with the lowest value, with the middle one, with the highest, or not there. */
    private static final int[] STATES = {-1, 0, 1, ABSENT};

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "1,3", "2,1", "2,2", "2,3", "2,4", "2,5", "3,2", "3,3", "3,4", "3,5"})
    void isTheLargestChangeOfAllNeighbours(int perUnit, int size) {
        List<int[]> units = new ArrayList<>();
        units(new int[size], 0, perUnit, units);
        double counts = 0;
        double sums = 0;
        for (int[] before : units) {
            for (int[] after : units) {
                counts = Math.max(counts, distance(before, after, Value.COUNT));
                sums = Math.max(sums, distance(before, after, Value.sum(STEPS, new Bounds(0, 2))));
            }
        }
        assertThat((double) Value.COUNT.price(perUnit, size)).isEqualTo(counts);
        assertThat((double) Value.average(STEPS, new Bounds(0, 2)).price(perUnit, size))
                .isCloseTo(sums, within(1e-6));
    }

    private static void units(int[] cells, int cell, int left, List<int[]> all) {
        if (cell == cells.length) {
            all.add(cells.clone());
            return;
        }
        for (int state : STATES) {
            if (state == ABSENT || left > 0) {
                cells[cell] = state;
                units(cells, cell + 1, state == ABSENT ? left : left - 1, all);
            }
        }
    }

    /** The squared distance in standard deviations of noise with a sigma of one. */
    private static double distance(int[] before, int[] after, Value value) {
        double sum = 0;
        for (int cell = 0; cell < before.length; cell++) {
            double[] one = added(before[cell]);
            double[] other = added(after[cell]);
            for (int coordinate = 0; coordinate < value.coordinates(); coordinate++) {
                double scale = value.scale(coordinate, 1_000).doubleValue() / 1_000;
                sum += Math.pow((one[coordinate] - other[coordinate]) / scale, 2);
            }
        }
        return sum;
    }

    private static double[] added(int state) {
        return state == ABSENT ? new double[2] : new double[] {1, (double) state * STEPS};
    }
}
