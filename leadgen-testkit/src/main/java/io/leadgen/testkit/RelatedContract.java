package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.and;
import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.in;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.or;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.fixture.TableData;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link WarehouseContractTest} about rows of related tables. A few answers are written out by hand; all are compared with those of
 * {@link MemoryWarehouse}.
 */
abstract class RelatedContract extends CellsContract {
    private static Operand rows(TableData table, Predicate filter) {
        Link link = new Link(
                VISITS_TABLE.schema().name(), ref(PERSON), table.schema().name(), PERSON.name(), Set.of(AGE.name()));
        return new RelatedCount(link, filter);
    }

    private static Operand visits(Predicate filter) {
        return rows(VISITS_TABLE, filter);
    }

    @Test
    void countsRowsOfRelatedTables() {
        // ann, bob and gus have several rows, and max has seven; one row belongs to nobody.
        Predicate several = compare(visits(Constant.TRUE), ">=", 2);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, several)).isEqualTo(4);
        assertThat(wholeCount(VISITS_TABLE, ROW, several)).isEqualTo(14);
        assertThat(wholeCount(VISITS_TABLE, ROW, compare(visits(Constant.TRUE), "=", 0)))
                .isEqualTo(1);
        Predicate bonn = compare(visits(in(ref(CITY), "Bonn")), ">=", 1);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, bonn)).isEqualTo(2);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, not(bonn))).isEqualTo(PEOPLE - 2);
        // Nobody was in Bonn and in Rome with one row, but bob was in both.
        Predicate rome = compare(visits(in(ref(CITY), "Rome")), ">=", 1);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, and(bonn, rome))).isEqualTo(1);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, compare(rows(NOBODY, Constant.TRUE), "=", 0)))
                .isEqualTo(PEOPLE);
        assertThat(wholeCount(VISITS_TABLE, BY_PERSON, compare(rows(NAMELESS, Constant.TRUE), ">=", 1)))
                .isEqualTo(0);
    }

    @Test
    void countsThemInEveryKindOfQuestion() {
        Predicate member = compare(visits(new Predicate.Truth(ref(MEMBER))), ">=", 1);
        Predicate paid = compare(visits(compare(ref(PAID), ">", 9.99)), "<", 2);
        Predicate more = compare(visits(compare(ref(AGE), ">", 20)), ">", visits(isNull(ref(PAID))));
        Predicate none = compare(rows(NOBODY, Constant.TRUE), "=", 0);
        List<Predicate> conditions = List.of(member, and(paid, compare(ref(AGE), ">", 18)), or(not(more), none), more);
        assertCells(new Cells.Funnel(conditions));
        assertCells(new Cells.Atoms(conditions));
        assertCells(new Cells.Each(conditions));
        List<Cells> cells = List.of(
                new Cells.Whole(),
                groups(listed(CITY, "Bonn", "Rome")),
                found(1, new GroupKey.Values(ref(CITY))),
                new Cells.Bins(new UnitValue(ref(AGE), Combination.AVERAGE), new Grid.Linear(new Bounds(0, 1024))),
                new Cells.Funnel(List.of(more)));
        for (PrivacyUnit unit : List.of(ROW, BY_PERSON)) {
            for (Predicate condition : conditions) {
                for (Cells each : cells) {
                    assertSame(new AggregateQuery(
                            VISITS_TABLE.schema().name(),
                            unit,
                            condition,
                            each,
                            List.of(
                                    new Measure.Units(),
                                    new Measure.CentredSum(
                                            new UnitValue(ref(AGE), Combination.SUM), new Bounds(0, 120)))));
                }
            }
        }
    }

    @Test
    void countsThemUnderManyConditions() {
        List<Predicate> many = IntStream.range(0, 40)
                .mapToObj(age -> compare(visits(compare(ref(AGE), ">", age)), ">=", 1 + age % 3))
                .toList();
        assertCells(new Cells.Each(many));
        assertSame(new AggregateQuery(
                VISITS_TABLE.schema().name(),
                BY_PERSON,
                new Predicate.Or(many),
                new Cells.Whole(),
                List.of(new Measure.Units())));
    }
}
