package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The part of {@link WarehouseContractTest} about measures and bins. */
abstract class MeasureContract extends TextAndTimeContract {
    private static final double[] FINITE_EDGES = EDGES.rows().stream()
            .filter(row -> row.get(1) instanceof Double v && Double.isFinite(v))
            .mapToDouble(row -> (Double) row.get(1))
            .toArray();

    private static UnitValue sum(Column column) {
        return new UnitValue(ref(column), Combination.SUM);
    }

    private static UnitValue maximum(Column column) {
        return new UnitValue(ref(column), Combination.MAXIMUM);
    }

    @Test
    void measuresNothingInEmptyTablesAndColumns() {
        UnitValue value = sum(DOUBLE);
        for (PrivacyUnit unit : List.of(ROW, BY_UNIT)) {
            for (TableData table : List.of(EMPTY, NULLS)) {
                boolean countsRows = table.equals(NULLS) && unit instanceof PrivacyUnit.Row;
                Aggregate aggregate = ask(
                        table,
                        unit,
                        Constant.TRUE,
                        new Cells.Whole(),
                        new Measure.Units(),
                        new Measure.ValuedUnits(value),
                        new Measure.CentredSum(value, new Bounds(0, 1)));
                assertMeasures(aggregate, 0, countsRows ? 2 : 0, 0, 0);
                assertThat(wholeCount(table, unit, Constant.TRUE)).isEqualTo(countsRows ? 2 : 0);
                assertThat(bins(table, unit, value, new Grid.Linear(new Bounds(0, 1))))
                        .isEmpty();
                assertThat(bins(table, unit, value, new Grid.Logarithmic())).isEmpty();
            }
        }
    }

    @Test
    void sumsRowsInClampedSteps() {
        UnitValue value = sum(VALUE);
        for (Bounds bounds :
                List.of(new Bounds(0, 4096), new Bounds(-1, 3), new Bounds(0.1, 0.3), new Bounds(-1e300, 1e300))) {
            assertThat(steps(EDGES, ROW, value, bounds)).isEqualTo(stepsOf(bounds, FINITE_EDGES));
        }
        assertThat(valued(EDGES, ROW, value)).isEqualTo(FINITE_EDGES.length);
    }

    @Test
    void sumsEveryNumericType() {
        for (Column column : List.of(TINY, SMALL, INT, BIG, DEC, WIDE, FINE)) {
            UnitValue value = sum(column);
            assertThat(valued(NUMBERS, ROW, value)).isEqualTo(8);
            assertThat(steps(NUMBERS, ROW, value, new Bounds(0, 50))).isBetween(-8L << 20, 8L << 20);
        }
        for (Column column : List.of(REAL, DOUBLE)) {
            assertThat(valued(NUMBERS, ROW, sum(column))).isEqualTo(5);
        }
        // -50, 50, 0, 25, 26, 1, 2 and 3, each from 0 in 50ths
        assertThat(steps(NUMBERS, ROW, sum(TINY), new Bounds(-50, 50)))
                .isEqualTo(stepsOf(new Bounds(-50, 50), -50, 50, 0, 25, 26, 1, 2, 3));
    }

    @Test
    void countsKeysOnce() {
        assertThat(wholeCount(EVENTS, BY_UNIT, Constant.TRUE)).isEqualTo(7);
        assertThat(wholeCount(EVENTS, BY_UNIT, compare(ref(AMOUNT), ">", 1.5))).isEqualTo(4);
        assertThat(wholeCount(EVENTS, ROW, isNull(ref(UNIT)))).isEqualTo(2);
        assertThat(wholeCount(EVENTS, BY_UNIT, isNull(ref(UNIT)))).isEqualTo(0);
    }

    @Test
    void combinesTheRowsOfAUnit() {
        Bounds bounds = new Bounds(0, 200);
        // ann 1 and 2; cem 5 and NaN; eva -10; fay a thousand times 0.1; gus 7; bob and dan have no value
        assertThat(steps(EVENTS, AMOUNT, Combination.SUM, bounds)).isEqualTo(stepsOf(bounds, 3, 5, -10, 100, 7));
        assertThat(steps(EVENTS, AMOUNT, Combination.AVERAGE, bounds)).isEqualTo(stepsOf(bounds, 1.5, 5, -10, 0.1, 7));
        assertThat(steps(EVENTS, AMOUNT, Combination.MINIMUM, bounds)).isEqualTo(stepsOf(bounds, 1, 5, -10, 0.1, 7));
        assertThat(steps(EVENTS, AMOUNT, Combination.MAXIMUM, bounds)).isEqualTo(stepsOf(bounds, 2, 5, -10, 0.1, 7));
        assertThat(valued(EVENTS, BY_UNIT, sum(AMOUNT))).isEqualTo(5);
    }

    @Test
    void addsBeyondTheRangeOfTheColumn() {
        // gus: three times 2^62, and three times the largest decimal; nobody else has a value
        Bounds bounds = new Bounds(0, 3e19);
        assertThat(steps(EVENTS, VISITS, Combination.SUM, bounds)).isEqualTo(stepsOf(bounds, 3 * 0x1p62));
        assertThat(steps(EVENTS, VISITS, Combination.AVERAGE, bounds)).isEqualTo(stepsOf(bounds, 0x1p62));
        assertThat(steps(EVENTS, VISITS, Combination.MAXIMUM, bounds)).isEqualTo(stepsOf(bounds, 0x1p62));
        Bounds wide = new Bounds(0, 4e36);
        assertThat(steps(EVENTS, PRICE, Combination.SUM, wide)).isEqualTo(stepsOf(wide, 3e36));
        assertThat(steps(EVENTS, PRICE, Combination.AVERAGE, wide)).isEqualTo(stepsOf(wide, 1e36));
        assertThat(steps(EVENTS, PRICE, Combination.MINIMUM, wide)).isEqualTo(stepsOf(wide, 1e36));
    }

    @Test
    void answersSeveralMeasuresInOneScan() {
        UnitValue sum = sum(AMOUNT);
        Bounds bounds = new Bounds(0, 200);
        Aggregate aggregate = ask(
                EVENTS,
                BY_UNIT,
                not(compare(ref(UNIT), "=", "fay")),
                new Cells.Whole(),
                new Measure.CentredSum(maximum(AMOUNT), bounds),
                new Measure.Units(),
                new Measure.CentredSum(sum, bounds),
                new Measure.ValuedUnits(sum));
        assertMeasures(aggregate, 0, stepsOf(bounds, 2, 5, -10, 7), 6, stepsOf(bounds, 3, 5, -10, 7), 4);
    }

    // Bins

    @Test
    void putsValuesIntoTheirBins() {
        // A maximum, because sums are rounded to quanta, which moves values that are very near to an edge.
        UnitValue value = maximum(VALUE);
        for (Grid grid : List.of(
                new Grid.Linear(new Bounds(0, 4096)),
                new Grid.Linear(new Bounds(-8, 8)),
                new Grid.Linear(new Bounds(0, 5), 5),
                new Grid.Stretched(new Bounds(0, 1e6)),
                new Grid.Stretched(new Bounds(-8, 4096)),
                new Grid.Logarithmic())) {
            Map<Integer, Integer> units = new TreeMap<>();
            for (double v : FINITE_EDGES) {
                units.merge(binOf(v, grid), 1, Integer::sum);
            }
            List<String> expected = new ArrayList<>();
            units.forEach((bin, count) -> expected.add(bin + ":" + count));
            assertThat(bins(EDGES, ROW, value, grid)).containsExactlyElementsOf(expected);
            assertThat(bins(EDGES, new PrivacyUnit.Key(ID.name()), value, grid)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void putsUnitsIntoBinsByTheirCombinedValue() {
        Grid grid = new Grid.Linear(new Bounds(0, 4096));
        assertThat(bins(EVENTS, BY_UNIT, sum(AMOUNT), grid)).containsExactly("0:1", "3:1", "5:1", "7:1", "100:1");
        assertThat(bins(EVENTS, BY_UNIT, maximum(AMOUNT), grid)).containsExactly("0:2", "2:1", "5:1", "7:1");
    }

    @Test
    void measuresInsideBins() {
        UnitValue value = sum(VALUE);
        Bounds bounds = new Bounds(0, 4096);
        Aggregate aggregate = ask(
                EDGES,
                ROW,
                Constant.TRUE,
                new Cells.Bins(value, new Grid.Linear(bounds)),
                new Measure.CentredSum(value, bounds),
                new Measure.Units());
        assertMeasures(aggregate, 1, stepsOf(bounds, 1), 1);
        assertMeasures(aggregate, 77, 0);
    }

    /** The definition of a bin: the one whose edges are around the value, the edge nearer to zero included. */
    private static int binOf(double value, Grid grid) {
        boolean negative = grid instanceof Grid.Logarithmic && value < 0;
        for (int bin = 0; bin < grid.size(); bin++) {
            double low = bin == 0 ? Double.NEGATIVE_INFINITY : grid.lowerEdge(bin);
            double high = bin == grid.size() - 1 ? Double.POSITIVE_INFINITY : grid.upperEdge(bin);
            boolean point = low == high && value == low;
            boolean zero = grid instanceof Grid.Logarithmic && value == 0;
            if (zero ? point : negative ? low < value && value <= high : low <= value && value < high) {
                return bin;
            }
        }
        throw new AssertionError("no bin");
    }
}
