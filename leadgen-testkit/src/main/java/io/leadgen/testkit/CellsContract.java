package io.leadgen.testkit;

import static io.leadgen.testkit.Terms.and;
import static io.leadgen.testkit.Terms.compare;
import static io.leadgen.testkit.Terms.in;
import static io.leadgen.testkit.Terms.isNull;
import static io.leadgen.testkit.Terms.not;
import static io.leadgen.testkit.Terms.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Constant;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.AggregateInspector;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link WarehouseContractTest} about cells: every kind, for rows and for people with many rows, with all measures.
 * A few answers are written out by hand; all are compared with those of {@link ReferenceCells}.
 */
abstract class CellsContract {
    private static final Column PERSON = Column.of("person", ColumnType.STRING);
    private static final Column CITY = Column.of("city", ColumnType.STRING);
    private static final Column AGE = Column.of("age", ColumnType.INT);
    private static final Column PRICE = Column.of("price", ColumnType.decimal(12, 2));
    private static final Column RATE = Column.of("rate", ColumnType.DOUBLE);
    private static final Column SCORE = Column.of("score", ColumnType.FLOAT);
    private static final Column MEMBER = Column.of("member", ColumnType.BOOLEAN);
    private static final Column DAY = Column.of("day", ColumnType.DATE);
    private static final Column SEEN = Column.of("seen", ColumnType.TIMESTAMP);
    private static final Column CALLED = Column.of("called", ColumnType.TIMESTAMP_NTZ);
    private static final Column MONTH_NUMBER = Column.of("month_number", ColumnType.INT);
    private static final Column MONTH_TEXT = Column.of("month_text", ColumnType.STRING);
    private static final Column DAY_NUMBER = Column.of("day_number", ColumnType.BIGINT);
    private static final Column DAY_TEXT = Column.of("day_text", ColumnType.STRING);
    /** Named as what the statements call their own columns. */
    private static final Column CELL = Column.of("cell", ColumnType.INT);

    private static final Column UNIT = Column.of("unit", ColumnType.DATE);

    private static final PrivacyUnit ROW = new PrivacyUnit.Row(null);
    private static final PrivacyUnit BY_PERSON = new PrivacyUnit.Key(PERSON.name());
    private static final List<PrivacyUnit> UNITS =
            List.of(ROW, BY_PERSON, new PrivacyUnit.Key(MONTH_NUMBER.name()), new PrivacyUnit.Key(UNIT.name()));
    private static final UnitLimit UNLIMITED = new UnitLimit(1_000, 1);

    private static final TableData VISITS = visits();
    /** In {@code VISITS}. */
    private static final long PEOPLE = 13;

    private static final TableData NOBODY =
            TableData.of("main.lab.nobody", VISITS.schema().columns().toArray(Column[]::new));
    private static final TableData NAMELESS = nameless();

    /** The tables that these tests ask about. */
    static List<TableData> cellTables() {
        return List.of(VISITS, NOBODY, NAMELESS);
    }

    /** The warehouse under test, with {@link #cellTables}. */
    abstract Warehouse warehouse();

    // Groups

    @Test
    void groupsByListedValues() {
        GroupKey.Enumerated cities = listed(CITY, "Bonn", "", "Rome");
        assertThat(counts(ROW, cities)).containsExactly(3L, 1L, 2L, 2L, 16L);
        // ann was in Bonn twice; bob in Bonn and in Rome; one row belongs to nobody.
        assertThat(counts(BY_PERSON, cities)).containsExactly(2L, 1L, 2L, 1L, 8L);
        assertCells(groups(cities));
        assertCells(groups(listed(AGE, 25, 25.5, 3_000_000_000L, -1)));
        assertCells(groups(listed(PRICE, 9.99, 9.995, 0)));
        assertCells(groups(listed(RATE, 0, 0.25, 25.5)));
        assertCells(groups(listed(SCORE, 0.5, 0.1)));
        assertCells(groups(listed(MEMBER, true, false)));
        assertCells(groups(listed(DAY, LocalDate.of(2024, 2, 29))));
        assertCells(groups(listed(SEEN, LocalDateTime.of(2024, 3, 10, 2, 30))));
    }

    @Test
    void groupsByBands() {
        assertThat(counts(ROW, bands(AGE, 18, 25.5, 40))).containsExactly(3L, 11L, 3L, 6L, 1L);
        for (Column number : List.of(AGE, PRICE, RATE, SCORE)) {
            assertCells(groups(bands(number, 25)));
            assertCells(groups(bands(number, -1e12, 0, 0.25, 9.995, 25.5, 1e12)));
        }
        assertCells(groups(bands(DAY, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1))));
        for (Column time : List.of(SEEN, CALLED)) {
            assertCells(groups(
                    bands(time, LocalDateTime.of(2024, 1, 1, 0, 0), LocalDateTime.of(2024, 3, 10, 2, 30, 0, 1000))));
        }
    }

    @Test
    void groupsBySeveralKeys() {
        GroupKey.Enumerated cities = listed(CITY, "Bonn", "Rome");
        GroupKey.Enumerated members = listed(MEMBER, true);
        GroupKey.Enumerated months = windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 3);
        assertCells(groups(cities, members));
        assertCells(groups(months, cities));
        assertCells(groups(cities, members, months));
        assertCells(groups(bands(AGE, 25), listed(AGE, 25), members));
        assertCells(groups(
                windows(MONTH_NUMBER, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 3),
                windows(MONTH_TEXT, TimeFormat.YYYYMM, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 3)));
    }

    @Test
    void groupsByWindowsOfTime() {
        assertThat(counts(ROW, windows(DAY, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 4)))
                .containsExactly(3L, 4L, 3L, 0L);
        for (Column time : List.of(DAY, SEEN, CALLED)) {
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.DAY, LocalDate.of(2023, 12, 30), 100)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.WEEK, LocalDate.of(2023, 12, 25), 12)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 2)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(1, 1, 1), 2)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(9990, 1, 1), 9)));
            assertCells(groups(windows(time, TimeFormat.TYPE, DateUnit.YEAR, LocalDate.of(2024, 1, 1), 1)));
        }
    }

    @Test
    void groupsByWindowsOfDigits() {
        assertThat(counts(ROW, windows(MONTH_NUMBER, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2024, 1, 1), 4)))
                .containsExactly(3L, 4L, 3L, 0L);
        for (Column months : List.of(MONTH_NUMBER, MONTH_TEXT)) {
            assertCells(groups(windows(months, TimeFormat.YYYYMM, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6)));
            assertCells(groups(windows(months, TimeFormat.YYYYMM, DateUnit.QUARTER, LocalDate.of(2023, 10, 1), 2)));
            assertCells(groups(windows(months, TimeFormat.YYYYMM, DateUnit.YEAR, LocalDate.of(2023, 1, 1), 3)));
        }
        for (Column days : List.of(DAY_NUMBER, DAY_TEXT)) {
            assertCells(groups(windows(days, TimeFormat.YYYYMMDD, DateUnit.DAY, LocalDate.of(2023, 12, 30), 100)));
            assertCells(groups(windows(days, TimeFormat.YYYYMMDD, DateUnit.WEEK, LocalDate.of(2023, 12, 25), 12)));
            assertCells(groups(windows(days, TimeFormat.YYYYMMDD, DateUnit.MONTH, LocalDate.of(2023, 11, 1), 6)));
            assertCells(groups(windows(days, TimeFormat.YYYYMMDD, DateUnit.YEAR, LocalDate.of(2015, 1, 1), 10)));
        }
    }

    @Test
    void findsGroups() {
        assertThat(AggregateInspector.keys(ask(ROW, found(1, new GroupKey.Values(ref(MEMBER))))))
                .containsExactly(Arrays.asList((String) null), List.of("false"), List.of("true"));
        for (Column column : List.of(PERSON, CITY, AGE, PRICE, MEMBER, DAY, MONTH_NUMBER, DAY_TEXT)) {
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
    void tellsValuesByOneText() {
        assertThat(texts(AGE)).contains("-2147483648", "0", "25").doesNotContain("25.0");
        assertThat(texts(PRICE)).contains("9.99", "10.00", "-0.05", "1234567890.12");
        assertThat(texts(DAY)).contains("0001-01-01", "2024-02-29", "9999-12-31");
        assertThat(texts(CITY)).contains("", "bonn", "Bonn", "Bonn ", "\uD83D\uDE00", null);
    }

    private List<@Nullable String> texts(Column column) {
        List<@Nullable String> texts = new ArrayList<>();
        AggregateInspector.keys(ask(ROW, found(1, new GroupKey.Values(ref(column)))))
                .forEach(key -> texts.add(key.get(0)));
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
    void tellsHowFarUnitsGet() {
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
    void tellsAtoms() {
        List<Predicate> audiences = List.of(
                in(ref(CITY), "Bonn"),
                in(ref(CITY), "Rome"),
                compare(ref(AGE), ">", 25),
                new Predicate.Truth(ref(MEMBER)),
                not(isNull(ref(PRICE))));
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
    void cutsUnitsAsTheReferenceDoes() {
        for (Combination combination : Combination.values()) {
            for (Column column : List.of(AGE, PRICE)) {
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
        assertCells(new Cells.Bins(value, new Grid.Logarithmic()));
    }

    // How cells are compared

    private static Cells.Groups groups(GroupKey.Enumerated... keys) {
        return new Cells.Groups(List.of(keys), UNLIMITED);
    }

    private static Cells.FoundGroups found(int atLeast, GroupKey... keys) {
        return new Cells.FoundGroups(List.of(keys), UNLIMITED, atLeast);
    }

    private static GroupKey.Enumerated listed(Column column, Object... values) {
        return new GroupKey.Listed(ref(column), literals(values));
    }

    private static GroupKey.Enumerated bands(Column column, Object... edges) {
        return new GroupKey.Bands(ref(column), literals(edges));
    }

    private static List<Literal> literals(Object... values) {
        return Stream.of(values).map(Terms::lit).toList();
    }

    private static GroupKey.Enumerated windows(
            Column column, TimeFormat format, DateUnit every, LocalDate first, int count) {
        return new GroupKey.Windows(ref(column), format, every, first, count);
    }

    /** The same cells as the reference, of every table, for every kind of unit, with every measure. */
    private void assertCells(Cells cells) {
        Predicate some = and(not(in(ref(PERSON), "fay", "x")), compare(ref(CELL), "<", 20));
        List<Measure> counts = List.of(new Measure.Units());
        List<Measure> all = new ArrayList<>(List.of(
                new Measure.ValuedUnits(new UnitValue(ref(RATE), Combination.SUM)),
                new Measure.Units(),
                new Measure.CentredSum(new UnitValue(ref(PRICE), Combination.AVERAGE), new Bounds(-50, 100))));
        for (Combination combination : Combination.values()) {
            all.add(new Measure.CentredSum(new UnitValue(ref(RATE), combination), new Bounds(0, 10)));
            all.add(new Measure.CentredSum(new UnitValue(ref(AGE), combination), new Bounds(0, 120)));
        }
        for (PrivacyUnit unit : UNITS) {
            assertSame(new AggregateQuery(VISITS.schema().name(), unit, Constant.TRUE, cells, counts), VISITS);
            assertSame(new AggregateQuery(VISITS.schema().name(), unit, some, cells, all), VISITS);
        }
        for (TableData table : List.of(NOBODY, NAMELESS)) {
            for (PrivacyUnit unit : List.of(ROW, BY_PERSON)) {
                assertSame(new AggregateQuery(table.schema().name(), unit, Constant.TRUE, cells, counts), table);
                assertSame(new AggregateQuery(table.schema().name(), unit, Constant.TRUE, cells, all), table);
            }
        }
    }

    private void assertSame(AggregateQuery query, TableData table) {
        Aggregate expected = ReferenceCells.aggregate(table, query);
        Aggregate found = warehouse().aggregate(query, new Cancellation());
        assertThat(AggregateInspector.keys(found))
                .as(() -> warehouse().explain(query))
                .isEqualTo(AggregateInspector.keys(expected));
        for (int measure = 0; measure < query.measures().size(); measure++) {
            Measure measured = query.measures().get(measure);
            assertThat(AggregateInspector.values(found, measure))
                    .as(() -> measured + ": " + warehouse().explain(query))
                    .isEqualTo(AggregateInspector.values(expected, measure));
        }
    }

    private List<Long> counts(PrivacyUnit unit, GroupKey.Enumerated key) {
        return counts(ask(unit, groups(key)));
    }

    private static List<Long> counts(Aggregate aggregate) {
        return AggregateInspector.values(aggregate, 0).stream()
                .map(BigInteger::longValueExact)
                .toList();
    }

    private Aggregate ask(PrivacyUnit unit, Cells cells) {
        return warehouse()
                .aggregate(
                        new AggregateQuery(
                                VISITS.schema().name(), unit, Constant.TRUE, cells, List.of(new Measure.Units())),
                        new Cancellation());
    }

    private static TableData visits() {
        TableData table = TableData.of(
                "main.lab.visits",
                PERSON,
                CITY,
                AGE,
                PRICE,
                RATE,
                SCORE,
                MEMBER,
                DAY,
                SEEN,
                CALLED,
                MONTH_NUMBER,
                MONTH_TEXT,
                DAY_NUMBER,
                DAY_TEXT,
                CELL,
                UNIT);
        String[][] rows = {
            {"ann", "Bonn", "25", "9.99", "0.25", "0.5", "true", "2024-01-01T00:00"},
            {"ann", "Bonn", "25", "10.00", "0.5", "0.1", "false", "2024-01-01T23:59:59.999999"},
            {"bob", "Bonn", "26", null, "NaN", "NaN", "true", "2024-01-31T12:00"},
            {"bob", "Rome", "17", "-0.05", "Infinity", "Infinity", null, null},
            {"cem", "Rome", "40", "1234567890.12", "1e300", "3e38", "false", "2023-12-31T23:59:59.999999"},
            {"dan", null, null, null, null, null, null, null},
            {"eva", "", "0", "0", "0.0", "0", "true", "2024-02-29T23:30"},
            {"fay", "bonn", "18", "25.00", "-0.0", "-0.0", "true", "2024-02-01T00:00"},
            {"gus", "Bonn ", "24", "9.99", "2.5", "25", "false", "2024-02-28T01:30"},
            {"gus", "LA", "24", "19.99", "7.5", "25", "false", "2024-02-29T00:00"},
            {"gus", "LA", "24", "0.01", "-7.5", "-25", "false", "2024-03-01T00:00"},
            {"hal", "\uD83D\uDE00", "-2147483648", "-9999999999.99", "-1e300", "-3e38", "true", "0001-01-01T00:00"},
            {"ida", "\u00E9", "2147483647", "9999999999.99", "1e-300", "1e-38", null, "9999-12-31T23:59:59.999999"},
            {"jan", "Oslo", "25", "25.50", "25.5", "25.5", "true", "2024-03-10T02:30"},
            {"kim", "Oslo", "20", "25.50", "25.25", "25.5", "true", "2024-03-31T23:59:59.999999"},
            {null, null, "99", "1.00", "1", "1", "true", null},
            {"lea", "it's", "41", null, "-Infinity", "-Infinity", "false", null},
            {"max", "Oslo", "42", "3.50", "4.5", "4.5", "true", null},
            {"max", "Oslo", "20", "3.50", "4.5", "4.5", "true", null},
            {"max", "LA", "21", "3.50", "5.5", "4.5", "true", null},
            {"max", "LA", "22", "3.50", "6.5", "4.5", "false", null},
            {"max", "Kyiv", "41", "3.50", "7.5", "4.5", "false", null},
            {"max", "Kyiv", "39", "3.50", "8.5", "4.5", "false", null},
            {"max", "Kyiv", "39", "3.50", "9.5", "4.5", null, null}
        };
        String[] garbage = {"000000", "202413", "202400", "2024-01", "20240", "", "\u0662\u0660\u0662\u0664\u0660\u0661"
        };
        for (int i = 0; i < rows.length; i++) {
            String[] row = rows[i];
            LocalDateTime time = row[7] == null ? null : LocalDateTime.parse(row[7]);
            LocalDate day = time == null ? null : time.toLocalDate();
            String digits = day == null ? null : day.toString().replace("-", "");
            String odd = garbage[i % garbage.length];
            table = table.row(
                    row[0],
                    row[1],
                    row[2] == null ? null : Integer.valueOf(row[2]),
                    row[3] == null ? null : new BigDecimal(row[3]),
                    row[4] == null ? null : Double.valueOf(row[4]),
                    row[5] == null ? null : Float.valueOf(row[5]),
                    row[6] == null ? null : Boolean.valueOf(row[6]),
                    day,
                    time,
                    time,
                    digits == null ? 202413 + i : Integer.valueOf(digits.substring(0, 6)),
                    digits == null ? odd : digits.substring(0, 6),
                    digits == null ? 20240230L : Long.valueOf(digits),
                    digits == null ? odd + "01" : digits,
                    i,
                    day);
        }
        return table;
    }

    private static TableData nameless() {
        TableData table =
                TableData.of("main.lab.nameless", VISITS.schema().columns().toArray(Column[]::new));
        Object[] nulls = new Object[VISITS.schema().columns().size()];
        return table.row(nulls).row(nulls);
    }
}
