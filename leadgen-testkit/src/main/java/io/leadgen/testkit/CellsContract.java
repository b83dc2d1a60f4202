package io.leadgen.testkit;

import static io.leadgen.testkit.Predicates.compare;
import static io.leadgen.testkit.Predicates.in;
import static io.leadgen.testkit.Predicates.isNull;
import static io.leadgen.testkit.Predicates.not;
import static io.leadgen.testkit.Predicates.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.fixture.MemoryWarehouse;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link WarehouseContractTest} about cells: every kind, for rows and for people with many rows, with all measures.
 * A few answers are written out by hand; all are compared with those of {@link MemoryWarehouse}.
 */
abstract class CellsContract extends CellQuestions {
    // Groups

    @Test
    void groupsByListedValues() {
        GroupKey.Enumerated cities = listed(CITY, "Bonn", "", "Rome");
        assertThat(counts(ROW, cities)).containsExactly(3L, 1L, 2L, 2L, 16L);
        // ann was in Bonn twice; bob in Bonn and in Rome; one row belongs to nobody.
        assertThat(counts(BY_PERSON, cities)).containsExactly(2L, 1L, 2L, 1L, 8L);
        assertGroups(cities);
        assertGroups(listed(AGE, 25, 25.5, 3_000_000_000L, -1));
        assertGroups(listed(PAID, 9.99, 9.995, 0));
        assertGroups(listed(RATE, 0, 0.25, 25.5));
        assertGroups(listed(SCORE, 0.5, 0.1));
        assertGroups(listed(MEMBER, true, false));
        assertGroups(listed(DAY, LocalDate.of(2024, 2, 29)));
        assertGroups(listed(SEEN, LocalDateTime.of(2024, 3, 10, 2, 30)));
    }

    @Test
    void groupsByBands() {
        assertThat(counts(ROW, bands(AGE, 18, 25.5, 40))).containsExactly(3L, 11L, 3L, 6L, 1L);
        for (Column number : List.of(AGE, PAID, RATE, SCORE)) {
            assertGroups(bands(number, 25));
            assertGroups(bands(number, -1e12, 0, 0.25, 9.995, 25.5, 1e12));
        }
        assertGroups(bands(DAY, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
        for (Column time : List.of(SEEN, CALLED)) {
            assertGroups(
                    bands(time, LocalDateTime.of(2024, 1, 1, 0, 0), LocalDateTime.of(2024, 3, 10, 2, 30, 0, 1000)));
        }
    }

    @Test
    void groupsBySeveralKeys() {
        GroupKey.Enumerated cities = listed(CITY, "Bonn", "Rome");
        GroupKey.Enumerated members = listed(MEMBER, true);
        GroupKey.Enumerated months = windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 3);
        assertGroups(cities, members);
        assertGroups(months, cities);
        assertGroups(cities, members, months);
        assertGroups(bands(AGE, 25), listed(AGE, 25), members);
        assertGroups(
                windows(MONTH_NUMBER, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 3),
                windows(MONTH_TEXT, TimeFormat.YYYYMM, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 3));
    }

    @Test
    void groupsByWindowsOfTime() {
        assertThat(counts(ROW, windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 4)))
                .containsExactly(3L, 4L, 3L, 0L);
        for (Column time : List.of(DAY, SEEN, CALLED)) {
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.DAY, LocalDate.of(2023, 12, 30), 100));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.WEEK, LocalDate.of(2023, 12, 25), 12));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 2));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(1, 1, 1), 2));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(9990, 1, 1), 9));
            assertGroups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(2024, 1, 1), 1));
        }
    }

    @Test
    void groupsByWindowsOfDigits() {
        assertThat(counts(ROW, windows(MONTH_NUMBER, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 4)))
                .containsExactly(3L, 4L, 3L, 0L);
        for (Column months : List.of(MONTH_NUMBER, MONTH_TEXT)) {
            assertGroups(windows(months, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6));
            assertGroups(windows(months, TimeFormat.YYYYMM, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 2));
            assertGroups(windows(months, TimeFormat.YYYYMM, DateUnit.YEAR, LocalDate.of(2023, 1, 1), 3));
        }
        for (Column days : List.of(DAY_NUMBER, DAY_TEXT)) {
            assertGroups(windows(days, TimeFormat.YYYYMMDD, DateUnit.DAY, LocalDate.of(2023, 12, 30), 100));
            assertGroups(windows(days, TimeFormat.YYYYMMDD, DateUnit.WEEK, LocalDate.of(2023, 12, 25), 12));
            assertGroups(windows(days, TimeFormat.YYYYMMDD, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6));
            assertGroups(windows(days, TimeFormat.YYYYMMDD, DateUnit.YEAR, LocalDate.of(2015, 1, 1), 10));
        }
    }

    @Test
    void findsGroups() {
        assertThat(TrueCells.keys(ask(ROW, found(1, new GroupKey.Values(ref(MEMBER))))))
                .containsExactly(Arrays.asList((String) null), List.of("false"), List.of("true"));
        for (Column column : List.of(PERSON, CITY, AGE, PAID, MEMBER, DAY, MONTH_NUMBER, DAY_TEXT)) {
            GroupKey key = new GroupKey.Values(ref(column));
            assertCells(found(1, key));
            assertCells(found(2, key));
            assertCells(found(10, key));
        }
        for (DateUnit unit : DateUnit.values()) {
            for (Column time : List.of(DAY, SEEN, CALLED)) {
                assertCells(found(1, new GroupKey.Calendar(ref(time), unit)));
            }
        }
        GroupKey.Values cities = new GroupKey.Values(ref(CITY));
        assertCells(found(1, bands(AGE, 25, 40), cities));
        assertCells(
                found(2, cities, windows(MONTH_TEXT, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 3)));
        assertCells(found(1, new GroupKey.Values(ref(AGE)), cities, new GroupKey.Calendar(ref(SEEN), DateUnit.YEAR)));
        assertCells(found(3, cities, listed(MEMBER, true)));
    }

    @Test
    void writesAValueAsOneText() {
        assertThat(texts(AGE)).contains("-2147483648", "0", "25").doesNotContain("25.0");
        assertThat(texts(PAID)).contains("9.99", "10.00", "-0.05", "1234567890.12");
        assertThat(texts(DAY)).contains("0001-01-01", "2024-02-29", "9999-12-31");
        assertThat(texts(CITY)).contains("", "bonn", "Bonn", "Bonn ", "\uD83D\uDE00", null);
    }

    private List<@Nullable String> texts(Column column) {
        List<@Nullable String> texts = new ArrayList<>();
        TrueCells.keys(ask(ROW, found(1, new GroupKey.Values(ref(column))))).forEach(key -> texts.add(key.get(0)));
        return texts;
    }

    // Contribution bounds

    @Test
    void letsAUnitInNoMoreCellsThanItsLimit() {
        GroupKey.Enumerated days = windows(DAY, TimeFormat.TYPE, DateUnit.DAY, LocalDate.of(2024, 1, 1), 100);
        List<Long> all = counts(BY_PERSON, days);
        Set<List<Long>> kept = new HashSet<>();
        for (long salt = 0; salt < 20; salt++) {
            for (int limit = 1; limit <= 3; limit++) {
                Cells cells = new Cells.Groups(List.of(days), new UnitLimit(limit, salt));
                List<Long> counts = counts(ask(BY_PERSON, cells));
                // gus has three days, everybody else one at most.
                assertThat(sum(counts)).isEqualTo(sum(all) - 3 + limit);
                assertThat(counts).isEqualTo(counts(ask(BY_PERSON, cells)));
                IntStream.range(0, all.size())
                        .forEach(cell -> assertThat(counts.get(cell)).isBetween(all.get(cell) - 1, all.get(cell)));
                kept.add(counts);
                assertThat(counts(ask(ROW, cells))).isEqualTo(counts(ROW, days));
            }
        }
        assertThat(kept).as("different salts keep different cells").hasSizeGreaterThan(4);
    }

    @Test
    void limitsFoundGroupsToo() {
        GroupKey days = new GroupKey.Values(ref(DAY));
        GroupKey cities = new GroupKey.Values(ref(CITY));
        long all = sum(counts(ask(BY_PERSON, found(1, days, cities))));
        for (long salt = 0; salt < 5; salt++) {
            Cells one = new Cells.FoundGroups(List.of(days, cities), new UnitLimit(1, salt), 1);
            Cells two = new Cells.FoundGroups(List.of(days, cities), new UnitLimit(2, salt), 1);
            assertThat(sum(counts(ask(BY_PERSON, one)))).isEqualTo(PEOPLE).isLessThan(all);
            assertThat(sum(counts(ask(BY_PERSON, two)))).isGreaterThan(PEOPLE).isLessThan(all);
        }
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    // Funnels, atoms and many conditions

    @Test
    void countsHowFarUnitsGet() {
        Cells funnel = new Cells.Funnel(List.of(
                not(isNull(ref(CITY))), compare(ref(AGE), ">=", 25), new Predicate.Truth(ref(MEMBER)), Constant.TRUE));
        assertThat(counts(ask(BY_PERSON, new Cells.Funnel(List.of(in(ref(CITY), "Bonn"), in(ref(CITY), "Rome"))))))
                .as("bob was in Bonn, and in Rome in another row")
                .containsExactly(PEOPLE - 2, 1L, 1L);
        assertCells(funnel);
        assertCells(new Cells.Funnel(List.of(Constant.UNKNOWN, Constant.TRUE)));
        assertCells(new Cells.Funnel(List.of(compare(ref(AGE), ">", 18))));
        List<Predicate> many = IntStream.range(0, Cells.Funnel.MOST_STEPS)
                .mapToObj(age -> compare(ref(AGE), ">", age))
                .toList();
        assertCells(new Cells.Funnel(many));
    }

    @Test
    void countsAtoms() {
        List<Predicate> audiences = List.of(
                in(ref(CITY), "Bonn"),
                in(ref(CITY), "Rome"),
                compare(ref(AGE), ">", 25),
                new Predicate.Truth(ref(MEMBER)),
                not(isNull(ref(PAID))));
        assertThat(counts(ask(BY_PERSON, new Cells.Atoms(audiences.subList(0, 2)))))
                .containsExactly(PEOPLE - 3, 1L, 1L, 1L);
        for (int count = 1; count <= audiences.size(); count++) {
            assertCells(new Cells.Atoms(audiences.subList(0, count)));
        }
    }

    @Test
    void countsEachCondition() {
        assertThat(counts(ask(
                        BY_PERSON, new Cells.Each(List.of(in(ref(CITY), "Bonn"), Constant.TRUE, Constant.UNKNOWN)))))
                .containsExactly(2L, PEOPLE, 0L);
        assertCells(new Cells.Each(List.of(compare(ref(AGE), ">", 25))));
        assertCells(new Cells.Each(List.of(
                compare(ref(AGE), ">", 25), compare(ref(AGE), ">", 25), isNull(ref(CITY)), not(isNull(ref(RATE))))));
        List<Predicate> many = IntStream.range(0, 100)
                .mapToObj(age -> compare(ref(AGE), "=", age))
                .toList();
        List<Long> counts = counts(ask(BY_PERSON, new Cells.Each(many)));
        assertThat(counts).hasSize(100);
        assertThat(counts.subList(20, 27)).containsExactly(2L, 1L, 1L, 0L, 1L, 2L, 1L);
    }

    @Test
    void cutsUnitsIntoBins() {
        for (Combination combination : Combination.values()) {
            for (Column column : List.of(AGE, PAID)) {
                assertBins(new UnitValue(ref(column), combination));
            }
        }
        // Not their sums, which engines round.
        assertBins(new UnitValue(ref(RATE), Combination.MINIMUM));
        assertBins(new UnitValue(ref(RATE), Combination.MAXIMUM));
        assertCells(new Cells.Whole());
    }

    private void assertBins(UnitValue value) {
        assertCells(new Cells.Bins(value, new Grid.Linear(new Bounds(0, 1024))));
        assertCells(new Cells.Bins(value, new Grid.Stretched(new Bounds(-10, 1024))));
        assertCells(new Cells.Bins(value, new Grid.Logarithmic()));
    }
}
