package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.and;
import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.in;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How {@link CellsContract} asks, and how it compares cells with those of {@link MemoryWarehouse}. */
abstract class CellQuestions extends MeasureContract {
    static final PrivacyUnit BY_PERSON = new PrivacyUnit.Key(PERSON.name());
    static final List<PrivacyUnit> UNITS =
            List.of(ROW, BY_PERSON, new PrivacyUnit.Key(MONTH_NUMBER.name()), new PrivacyUnit.Key(UNIT_DAY.name()));
    static final UnitLimit UNLIMITED = new UnitLimit(1_000, 1);

    private static final Warehouse EXPECTED = MemoryWarehouse.of(visited().toArray(TableData[]::new));

    static Cells.Groups groups(GroupKey.Enumerated... keys) {
        return new Cells.Groups(List.of(keys), UNLIMITED);
    }

    static Cells.FoundGroups found(int atLeast, GroupKey... keys) {
        return new Cells.FoundGroups(List.of(keys), UNLIMITED, atLeast);
    }

    static GroupKey.Enumerated listed(Column column, Object... values) {
        return new GroupKey.Listed(ref(column), literals(values));
    }

    static GroupKey.Enumerated bands(Column column, Object... edges) {
        return new GroupKey.Bands(ref(column), literals(edges));
    }

    static List<Literal> literals(Object... values) {
        return Stream.of(values).map(Predicates::lit).toList();
    }

    static GroupKey.Enumerated windows(Column column, TimeFormat format, DateUnit every, LocalDate first, int count) {
        return new GroupKey.Windows(ref(column), format, every, first, count);
    }

    /** The same cells as in memory, of every table, for every kind of unit, with every measure. */
    void assertCells(Cells cells) {
        Predicate some = and(not(in(ref(PERSON), "fay", "x")), compare(ref(CELL), "<", 20));
        List<Measure> counts = List.of(new Measure.Units());
        List<Measure> all = new ArrayList<>(List.of(
                new Measure.ValuedUnits(new UnitValue(ref(RATE), Combination.SUM)),
                new Measure.Units(),
                new Measure.CentredSum(new UnitValue(ref(PAID), Combination.AVERAGE), new Bounds(-50, 100))));
        for (Combination combination : Combination.values()) {
            all.add(new Measure.CentredSum(new UnitValue(ref(RATE), combination), new Bounds(0, 10)));
            all.add(new Measure.CentredSum(new UnitValue(ref(AGE), combination), new Bounds(0, 120)));
        }
        for (PrivacyUnit unit : UNITS) {
            assertSame(new AggregateQuery(VISITS_TABLE.schema().name(), unit, Constant.TRUE, cells, counts));
            assertSame(new AggregateQuery(VISITS_TABLE.schema().name(), unit, some, cells, all));
        }
        for (TableData table : List.of(NOBODY, NAMELESS)) {
            for (PrivacyUnit unit : List.of(ROW, BY_PERSON)) {
                assertSame(new AggregateQuery(table.schema().name(), unit, Constant.TRUE, cells, counts));
                assertSame(new AggregateQuery(table.schema().name(), unit, Constant.TRUE, cells, all));
            }
        }
    }

    void assertGroups(GroupKey.Enumerated... keys) {
        assertCells(groups(keys));
    }

    void assertSame(AggregateQuery asked) {
        AggregateQuery query = readingMoreOrNot(asked);
        Aggregate expected = EXPECTED.aggregate(query, new Cancellation());
        Aggregate found = warehouse().aggregate(query, new Cancellation());
        assertThat(TrueCells.keys(found)).as(() -> warehouse().explain(query)).isEqualTo(TrueCells.keys(expected));
        for (int measure = 0; measure < query.measures().size(); measure++) {
            Measure measured = query.measures().get(measure);
            assertThat(TrueCells.values(found, measure))
                    .as(() -> measured + ": " + warehouse().explain(query))
                    .isEqualTo(TrueCells.values(expected, measure));
        }
    }

    List<Long> counts(PrivacyUnit unit, GroupKey.Enumerated key) {
        return counts(ask(unit, groups(key)));
    }

    static List<Long> counts(Aggregate aggregate) {
        return TrueCells.values(aggregate, 0).stream()
                .map(BigInteger::longValueExact)
                .toList();
    }

    Aggregate ask(PrivacyUnit unit, Cells cells) {
        return ask(VISITS_TABLE, unit, Constant.TRUE, cells, new Measure.Units());
    }
}
