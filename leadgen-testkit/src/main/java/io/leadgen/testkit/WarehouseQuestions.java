package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** How {@link WarehouseContractTest} asks, so that a test reads as a list of facts. */
abstract class WarehouseQuestions extends ContractTables {
    static final PrivacyUnit ROW = new PrivacyUnit.Row(null);
    static final PrivacyUnit BY_UNIT = new PrivacyUnit.Key(UNIT.name());

    /** The warehouse under test, with {@link ContractTables} and {@link VisitsTable}. */
    abstract Warehouse warehouse();

    void assertIds(TableData table, Predicate predicate, int... expected) {
        UnitValue id = new UnitValue(ref(ID), Combination.SUM);
        Aggregate aggregate = ask(
                table,
                ROW,
                predicate,
                new Cells.Bins(id, new Grid.Linear(new Bounds(0, Grid.Linear.SIZE))),
                new Measure.Units());
        List<Integer> found = occupied(TrueCells.values(aggregate, 0)).boxed().toList();
        assertThat(found)
                .as("%s", warehouse().explain(count(table, predicate)))
                .containsExactlyElementsOf(IntStream.of(expected).boxed().toList());
    }

    static AggregateQuery count(TableData table, Predicate predicate) {
        return new AggregateQuery(
                table.schema().name(), ROW, predicate, new Cells.Whole(), List.of(new Measure.Units()));
    }

    long wholeCount(TableData table, Predicate predicate) {
        return wholeCount(table, ROW, predicate);
    }

    long wholeCount(TableData table, PrivacyUnit unit, Predicate predicate) {
        return TrueCells.value(ask(table, unit, predicate, new Cells.Whole(), new Measure.Units()), 0, 0)
                .longValueExact();
    }

    long valued(TableData table, PrivacyUnit unit, UnitValue value) {
        return measured(table, unit, new Measure.ValuedUnits(value));
    }

    long steps(TableData table, Column column, Combination combination, Bounds bounds) {
        return steps(table, BY_UNIT, new UnitValue(ref(column), combination), bounds);
    }

    long steps(TableData table, PrivacyUnit unit, UnitValue value, Bounds bounds) {
        return measured(table, unit, new Measure.CentredSum(value, bounds));
    }

    private long measured(TableData table, PrivacyUnit unit, Measure measure) {
        return TrueCells.value(ask(table, unit, Constant.TRUE, new Cells.Whole(), measure), 0, 0)
                .longValueExact();
    }

    List<String> bins(TableData table, PrivacyUnit unit, UnitValue value, Grid grid) {
        List<BigInteger> cells =
                TrueCells.values(ask(table, unit, Constant.TRUE, new Cells.Bins(value, grid), new Measure.Units()), 0);
        return occupied(cells).mapToObj(bin -> bin + ":" + cells.get(bin)).toList();
    }

    private static IntStream occupied(List<BigInteger> cells) {
        return IntStream.range(0, cells.size()).filter(bin -> cells.get(bin).signum() > 0);
    }

    Aggregate ask(TableData table, PrivacyUnit unit, Predicate filter, Cells cells, Measure... measures) {
        AggregateQuery query = new AggregateQuery(table.schema().name(), unit, filter, cells, List.of(measures));
        return warehouse().aggregate(readingMoreOrNot(query), new Cancellation());
    }

    /** What a scan reads changes no answer: every second question, by its text, reads all rows. */
    static AggregateQuery readingMoreOrNot(AggregateQuery query) {
        return query.toString().hashCode() % 2 == 0 ? query.scanning(Constant.TRUE) : query;
    }

    /** The sum of values by the definition of {@link Measure.CentredSum}, in the arithmetic that every engine has to use. */
    static long stepsOf(Bounds bounds, double... values) {
        long sum = 0;
        for (double value : values) {
            double clamped = Math.min(Math.max(value, bounds.lower()), bounds.upper());
            sum += (long)
                    Math.floor((clamped - bounds.midpoint()) / bounds.halfWidth() * Measure.CentredSum.STEPS + 0.5);
        }
        return sum;
    }

    static void assertMeasures(Aggregate aggregate, int cell, long... expected) {
        for (int measure = 0; measure < expected.length; measure++) {
            assertThat(TrueCells.value(aggregate, cell, measure)).isEqualTo(expected[measure]);
        }
    }
}
