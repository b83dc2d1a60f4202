package io.leadgen.testkit;

import static io.leadgen.testkit.ContractTables.AMOUNT;
import static io.leadgen.testkit.ContractTables.BIG;
import static io.leadgen.testkit.ContractTables.DEC;
import static io.leadgen.testkit.ContractTables.DOUBLE;
import static io.leadgen.testkit.ContractTables.EDGES;
import static io.leadgen.testkit.ContractTables.EMPTY;
import static io.leadgen.testkit.ContractTables.EVENTS;
import static io.leadgen.testkit.ContractTables.FINE;
import static io.leadgen.testkit.ContractTables.ID;
import static io.leadgen.testkit.ContractTables.INT;
import static io.leadgen.testkit.ContractTables.NULLS;
import static io.leadgen.testkit.ContractTables.NUMBERS;
import static io.leadgen.testkit.ContractTables.PRICE;
import static io.leadgen.testkit.ContractTables.REAL;
import static io.leadgen.testkit.ContractTables.SMALL;
import static io.leadgen.testkit.ContractTables.TINY;
import static io.leadgen.testkit.ContractTables.UNIT;
import static io.leadgen.testkit.ContractTables.VALUE;
import static io.leadgen.testkit.ContractTables.VISITS;
import static io.leadgen.testkit.ContractTables.WIDE;
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
    @Test
    void measuresNothingInEmptyTablesAndColumns() {
        UnitValue value = new UnitValue(ref(DOUBLE), Combination.SUM);
        for (PrivacyUnit unit : List.of(new PrivacyUnit.Row(null), new PrivacyUnit.Key(UNIT.name()))) {
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
                assertThat(TrueCells.value(aggregate, 0, 0)).isEqualTo(countsRows ? 2 : 0);
                assertThat(TrueCells.value(aggregate, 0, 1)).isEqualTo(0);
                assertThat(TrueCells.value(aggregate, 0, 2)).isEqualTo(0);
                assertThat(wholeCount(table, unit, Constant.TRUE)).isEqualTo(countsRows ? 2 : 0);
                assertThat(bins(table, unit, value, new Grid.Linear(new Bounds(0, 1))))
                        .isEmpty();
                assertThat(bins(table, unit, value, new Grid.Logarithmic())).isEmpty();
            }
        }
    }

    @Test
    void sumsRowsInClampedSteps() {
        UnitValue value = new UnitValue(ref(VALUE), Combination.SUM);
        for (Bounds bounds :
                List.of(new Bounds(0, 4096), new Bounds(-1, 3), new Bounds(0.1, 0.3), new Bounds(-1e300, 1e300))) {
            long expected = 0;
            for (List<?> row : EDGES.rows()) {
                if (row.get(1) instanceof Double v && Double.isFinite(v)) {
                    expected += stepsOf(v, bounds);
                }
            }
            assertThat(steps(EDGES, new PrivacyUnit.Row(null), value, bounds)).isEqualTo(expected);
        }
        assertThat(valued(EDGES, new PrivacyUnit.Row(null), value))
                .isEqualTo(EDGES.rows().stream()
                        .filter(row -> row.get(1) instanceof Double v && Double.isFinite(v))
                        .count());
    }

    @Test
    void sumsEveryNumericType() {
        PrivacyUnit row = new PrivacyUnit.Row(null);
        for (Column column : List.of(TINY, SMALL, INT, BIG, DEC, WIDE, FINE)) {
            UnitValue value = new UnitValue(ref(column), Combination.SUM);
            assertThat(valued(NUMBERS, row, value)).isEqualTo(8);
            assertThat(steps(NUMBERS, row, value, new Bounds(0, 50))).isBetween(-8L << 20, 8L << 20);
        }
        for (Column column : List.of(REAL, DOUBLE)) {
            assertThat(valued(NUMBERS, row, new UnitValue(ref(column), Combination.SUM)))
                    .isEqualTo(5);
        }
        // -50, 50, 0, 25, 26, 1, 2 and 3, each from 0 in 50ths
        assertThat(steps(NUMBERS, row, new UnitValue(ref(TINY), Combination.SUM), new Bounds(-50, 50)))
                .isEqualTo(-(1L << 20)
                        + (1L << 20)
                        + stepsOf(25, new Bounds(-50, 50))
                        + stepsOf(26, new Bounds(-50, 50))
                        + stepsOf(1, new Bounds(-50, 50))
                        + stepsOf(2, new Bounds(-50, 50))
                        + stepsOf(3, new Bounds(-50, 50)));
    }

    @Test
    void countsKeysOnce() {
        PrivacyUnit unit = new PrivacyUnit.Key(UNIT.name());
        assertThat(wholeCount(EVENTS, unit, Constant.TRUE)).isEqualTo(7);
        assertThat(wholeCount(EVENTS, unit, compare(ref(AMOUNT), ">", 1.5))).isEqualTo(4);
        assertThat(wholeCount(EVENTS, new PrivacyUnit.Row(null), isNull(ref(UNIT))))
                .isEqualTo(2);
        assertThat(wholeCount(EVENTS, unit, isNull(ref(UNIT)))).isEqualTo(0);
    }

    @Test
    void combinesTheRowsOfAUnit() {
        Bounds bounds = new Bounds(0, 200);
        // ann 1 and 2; cem 5 and NaN; eva -10; fay a thousand times 0.1; gus 7; bob and dan have no value
        assertThat(steps(EVENTS, AMOUNT, Combination.SUM, bounds))
                .isEqualTo(stepsOf(3, bounds)
                        + stepsOf(5, bounds)
                        + stepsOf(-10, bounds)
                        + stepsOf(100, bounds)
                        + stepsOf(7, bounds));
        assertThat(steps(EVENTS, AMOUNT, Combination.AVERAGE, bounds))
                .isEqualTo(stepsOf(1.5, bounds)
                        + stepsOf(5, bounds)
                        + stepsOf(-10, bounds)
                        + stepsOf(0.1, bounds)
                        + stepsOf(7, bounds));
        assertThat(steps(EVENTS, AMOUNT, Combination.MINIMUM, bounds))
                .isEqualTo(stepsOf(1, bounds)
                        + stepsOf(5, bounds)
                        + stepsOf(-10, bounds)
                        + stepsOf(0.1, bounds)
                        + stepsOf(7, bounds));
        assertThat(steps(EVENTS, AMOUNT, Combination.MAXIMUM, bounds))
                .isEqualTo(stepsOf(2, bounds)
                        + stepsOf(5, bounds)
                        + stepsOf(-10, bounds)
                        + stepsOf(0.1, bounds)
                        + stepsOf(7, bounds));
        assertThat(valued(EVENTS, new PrivacyUnit.Key(UNIT.name()), new UnitValue(ref(AMOUNT), Combination.SUM)))
                .isEqualTo(5);
    }

    @Test
    void addsBeyondTheRangeOfTheColumn() {
        // gus: three times 2^62, and three times the largest decimal; nobody else has a value
        Bounds bounds = new Bounds(0, 3e19);
        assertThat(steps(EVENTS, VISITS, Combination.SUM, bounds)).isEqualTo(stepsOf(3 * 0x1p62, bounds));
        assertThat(steps(EVENTS, VISITS, Combination.AVERAGE, bounds)).isEqualTo(stepsOf(0x1p62, bounds));
        assertThat(steps(EVENTS, VISITS, Combination.MAXIMUM, bounds)).isEqualTo(stepsOf(0x1p62, bounds));
        Bounds wide = new Bounds(0, 4e36);
        assertThat(steps(EVENTS, PRICE, Combination.SUM, wide)).isEqualTo(stepsOf(3e36, wide));
        assertThat(steps(EVENTS, PRICE, Combination.AVERAGE, wide)).isEqualTo(stepsOf(1e36, wide));
        assertThat(steps(EVENTS, PRICE, Combination.MINIMUM, wide)).isEqualTo(stepsOf(1e36, wide));
    }

    @Test
    void answersSeveralMeasuresInOneScan() {
        UnitValue sum = new UnitValue(ref(AMOUNT), Combination.SUM);
        UnitValue most = new UnitValue(ref(AMOUNT), Combination.MAXIMUM);
        Bounds bounds = new Bounds(0, 200);
        Aggregate aggregate = ask(
                EVENTS,
                new PrivacyUnit.Key(UNIT.name()),
                not(compare(ref(UNIT), "=", "fay")),
                new Cells.Whole(),
                new Measure.CentredSum(most, bounds),
                new Measure.Units(),
                new Measure.CentredSum(sum, bounds),
                new Measure.ValuedUnits(sum));
        assertThat(TrueCells.value(aggregate, 0, 0))
                .isEqualTo(stepsOf(2, bounds) + stepsOf(5, bounds) + stepsOf(-10, bounds) + stepsOf(7, bounds));
        assertThat(TrueCells.value(aggregate, 0, 1)).isEqualTo(6);
        assertThat(TrueCells.value(aggregate, 0, 2))
                .isEqualTo(stepsOf(3, bounds) + stepsOf(5, bounds) + stepsOf(-10, bounds) + stepsOf(7, bounds));
        assertThat(TrueCells.value(aggregate, 0, 3)).isEqualTo(4);
    }

    // Bins

    @Test
    void putsValuesIntoTheirBins() {
        // A maximum, because sums are rounded to quanta, which moves values that are very near to an edge.
        UnitValue value = new UnitValue(ref(VALUE), Combination.MAXIMUM);
        for (Grid grid : List.of(
                new Grid.Linear(new Bounds(0, 4096)), new Grid.Linear(new Bounds(-8, 8)), new Grid.Logarithmic())) {
            Map<Integer, Integer> units = new TreeMap<>();
            for (List<?> row : EDGES.rows()) {
                if (row.get(1) instanceof Double v && Double.isFinite(v)) {
                    units.merge(binOf(v, grid), 1, Integer::sum);
                }
            }
            List<String> expected = new ArrayList<>();
            units.forEach((bin, count) -> expected.add(bin + ":" + count));
            assertThat(bins(EDGES, new PrivacyUnit.Row(null), value, grid)).containsExactlyElementsOf(expected);
            assertThat(bins(EDGES, new PrivacyUnit.Key(ID.name()), value, grid)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void putsUnitsIntoBinsByTheirCombinedValue() {
        PrivacyUnit unit = new PrivacyUnit.Key(UNIT.name());
        Grid grid = new Grid.Linear(new Bounds(0, 4096));
        UnitValue sum = new UnitValue(ref(AMOUNT), Combination.SUM);
        assertThat(bins(EVENTS, unit, sum, grid)).containsExactly("0:1", "3:1", "5:1", "7:1", "100:1");
        UnitValue most = new UnitValue(ref(AMOUNT), Combination.MAXIMUM);
        assertThat(bins(EVENTS, unit, most, grid)).containsExactly("0:2", "2:1", "5:1", "7:1");
    }

    @Test
    void measuresInsideBins() {
        UnitValue value = new UnitValue(ref(VALUE), Combination.SUM);
        Bounds bounds = new Bounds(0, 4096);
        Aggregate aggregate = ask(
                EDGES,
                new PrivacyUnit.Row(null),
                Constant.TRUE,
                new Cells.Bins(value, new Grid.Linear(bounds)),
                new Measure.CentredSum(value, bounds),
                new Measure.Units());
        assertThat(TrueCells.value(aggregate, 1, 0)).isEqualTo(stepsOf(1, bounds));
        assertThat(TrueCells.value(aggregate, 1, 1)).isEqualTo(1);
        assertThat(TrueCells.value(aggregate, 77, 0)).isEqualTo(0);
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
