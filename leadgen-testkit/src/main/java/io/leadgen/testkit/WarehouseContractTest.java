package io.leadgen.testkit;

import static io.leadgen.testkit.Terms.and;
import static io.leadgen.testkit.Terms.between;
import static io.leadgen.testkit.Terms.call;
import static io.leadgen.testkit.Terms.compare;
import static io.leadgen.testkit.Terms.distinct;
import static io.leadgen.testkit.Terms.ilike;
import static io.leadgen.testkit.Terms.in;
import static io.leadgen.testkit.Terms.isNull;
import static io.leadgen.testkit.Terms.like;
import static io.leadgen.testkit.Terms.not;
import static io.leadgen.testkit.Terms.or;
import static io.leadgen.testkit.Terms.ref;
import static io.leadgen.testkit.Terms.trunc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.people.UnitValue.Combination;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Operand.ColumnRef;
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
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link Warehouse} does, whatever the engine: the same tables and the same questions give the same cells. Extend
 * it for a warehouse of your own. Expected values are written out by hand; no engine is the measure of another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WarehouseContractTest extends CellsContract {
    private static final Column ID = Column.of("id", ColumnType.INT);
    private static final Column TINY = Column.of("tiny", ColumnType.TINYINT);
    private static final Column SMALL = Column.of("small", ColumnType.SMALLINT);
    private static final Column INT = Column.of("int", ColumnType.INT);
    private static final Column BIG = Column.of("big", ColumnType.BIGINT);
    private static final Column DEC = Column.of("dec", ColumnType.decimal(12, 2));
    private static final Column WIDE = Column.of("wide", ColumnType.decimal(38, 0));
    private static final Column FINE = Column.of("fine", ColumnType.decimal(38, 38));
    private static final Column REAL = Column.of("real", ColumnType.FLOAT);
    private static final Column DOUBLE = Column.of("dbl", ColumnType.DOUBLE);
    private static final Column TEXT = Column.of("s", ColumnType.STRING);
    private static final Column OTHER_TEXT = Column.of("t", ColumnType.STRING);
    private static final Column FLAG = Column.of("b", ColumnType.BOOLEAN);
    private static final Column DATE = Column.of("d", ColumnType.DATE);
    private static final Column TIME = Column.of("ts", ColumnType.TIMESTAMP);
    private static final Column WALL = Column.of("ntz", ColumnType.TIMESTAMP_NTZ);
    private static final Column UNIT = Column.of("unit", ColumnType.STRING);

    private static final String MAX_38 = "9".repeat(38);
    private static final String MIN_38 = "-" + MAX_38;
    private static final String FINEST = "0." + "0".repeat(37) + "1";

    private static final TableData NUMBERS = TableData.of(
                    "main.lab.numbers", ID, TINY, SMALL, INT, BIG, DEC, WIDE, FINE, REAL, DOUBLE)
            .row(0, null, null, null, null, null, null, null, null, null)
            .row(
                    1,
                    -128,
                    -32768,
                    Integer.MIN_VALUE,
                    Long.MIN_VALUE,
                    "-9999999999.99",
                    MIN_38,
                    "-" + FINEST,
                    -0.5,
                    -1e308)
            .row(2, 127, 32767, Integer.MAX_VALUE, Long.MAX_VALUE, "9999999999.99", MAX_38, FINEST, 0.1f, 1e308)
            .row(3, 0, 0, 0, 0, "0.00", "0", "0", 0.0, -0.0)
            .row(4, 25, 25, 25, 25, "25.00", "25", "0.25", 25.0, 25.0)
            .row(5, 26, 26, 26, 9007199254740993L, "25.50", "26", "0.5", 25.5, 25.5)
            .row(6, 1, 1, 1, 1, "1.10", "1", "0.1", Double.NaN, Double.NaN)
            .row(7, 2, 2, 2, 2, "2.00", "2", "0.2", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .row(8, 3, 3, 3, 3, "3.00", "3", "0.3", Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final TableData TEXTS = TableData.of("main.lab.texts", ID, TEXT, OTHER_TEXT, FLAG)
            .row(0, null, null, null)
            .row(1, "", "", true)
            .row(2, "NYC", "nyc", false)
            .row(3, "nyc", "nyc", true)
            .row(4, "NYC ", "NYC", null)
            .row(5, " NYC", null, false)
            .row(6, "100%", "100_", true)
            .row(7, "a_b", "a!b", true)
            .row(8, "a!b", "a\\b", false)
            .row(9, "a\\b", "a'b", false)
            .row(10, "it's", "\"", true)
            .row(11, "\uD83D\uDE00", "x", true)
            .row(12, "\uD83D\uDE00\uD83D\uDE00", "\uFF5A", false)
            .row(13, "\u00E9", "e\u0301", true)
            .row(14, "e\u0301", "e\u0301", true)
            .row(15, "\u05E9\u05DC\u05D5\u05DD", "\u05DD", null)
            .row(16, "ISTANBUL", "istanbul", true)
            .row(17, "line\nend", "line", false)
            .row(18, "\uFF5A", "z", false);

    private static final TableData TIMES = TableData.of("main.lab.times", ID, DATE, TIME, WALL)
            .row(0, null, null, null)
            .row(1, LocalDate.of(1, 1, 1), LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(1, 1, 1, 0, 0))
            .row(2, LocalDate.of(9999, 12, 31), time("9999-12-31T23:59:59.999999"), time("9999-12-31T23:59:59.999999"))
            .row(3, LocalDate.of(2024, 2, 29), time("2024-02-29T23:30:00"), time("2024-02-29T23:30:00"))
            .row(4, LocalDate.of(2024, 3, 10), time("2024-03-10T02:30:00"), time("2024-03-10T02:30:00.000001"))
            .row(5, LocalDate.of(2024, 11, 3), time("2024-11-03T01:30:00"), time("2024-11-03T01:30:00"))
            .row(6, LocalDate.of(1970, 1, 1), time("1970-01-01T00:00:00"), time("1969-12-31T23:59:59.999999"))
            .row(7, LocalDate.of(2024, 1, 1), time("2024-01-01T00:00:00"), time("2023-12-31T23:59:59"));

    private static final Column AMOUNT = Column.of("amount", ColumnType.DOUBLE);
    private static final Column VISITS = Column.of("visits", ColumnType.BIGINT);
    private static final Column PRICE = Column.of("price", ColumnType.decimal(38, 2));
    private static final TableData EVENTS = events();

    private static final Column VALUE = Column.of("v", ColumnType.DOUBLE);
    private static final TableData EDGES = edges();

    private static final Column ODD_1 = Column.of("two words", ColumnType.INT);
    private static final Column ODD_2 = Column.of("quo\"te'd", ColumnType.INT);
    private static final Column ODD_3 = Column.of("back`tick", ColumnType.INT);
    private static final Column ODD_4 = Column.of("select", ColumnType.INT);
    private static final Column ODD_5 = Column.of("\u00E9\u00E0 \uD83D\uDE00", ColumnType.INT);
    private static final TableData ODD = TableData.of(
                    "`odd \"cat'`.`two words`.`ta'b\"le`", ODD_1, ODD_2, ODD_3, ODD_4, ODD_5)
            .row(1, 2, 3, 4, 5);

    private static final TableData EMPTY = TableData.of("main.lab.empty", ID, TEXT, DOUBLE, UNIT);
    private static final TableData NULLS = TableData.of("main.lab.nulls", ID, TEXT, DOUBLE, UNIT)
            .row(null, null, null, null)
            .row(null, null, null, null);
    private static final TableData MANY_COLUMNS = manyColumns();

    private @Nullable Warehouse opened;

    /** The warehouse under test, with these tables. Called once for the class. */
    protected abstract Warehouse open(List<TableData> tables) throws Exception;

    /** A question about the tables of {@link #open} that keeps the engine busy for a minute or more, or null if there is none. */
    protected @Nullable AggregateQuery slowQuestion() {
        return null;
    }

    @BeforeAll
    void openWarehouse() throws Exception {
        List<TableData> tables =
                new ArrayList<>(List.of(NUMBERS, TEXTS, TIMES, EVENTS, EDGES, ODD, EMPTY, NULLS, MANY_COLUMNS));
        tables.addAll(cellTables());
        opened = open(tables);
    }

    @AfterAll
    void closeWarehouse() {
        warehouse().close();
    }

    /** What {@link #open} returned. */
    @Override
    protected final Warehouse warehouse() {
        return Objects.requireNonNull(opened, "not open");
    }

    // What is there

    @Test
    void listsCatalogsSchemasAndTables() {
        assertThat(warehouse().catalogs()).contains("main", "odd \"cat'").isSorted();
        assertThat(warehouse().schemas("main")).contains("lab").isSorted();
        assertThat(warehouse().schemas("MAIN")).isEqualTo(warehouse().schemas("main"));
        assertThat(warehouse().schemas("nowhere")).isEmpty();
        assertThat(warehouse().tables("main", "lab"))
                .contains(NUMBERS.schema().name(), EMPTY.schema().name())
                .doesNotContain(ODD.schema().name());
        assertThat(warehouse().tables("main", "nowhere")).isEmpty();
        assertThat(warehouse().describe(TableName.parse("main.lab.nowhere"))).isEmpty();
    }

    @Test
    void describesColumnsInTheirOrder() {
        for (TableData table : List.of(NUMBERS, TEXTS, TIMES, ODD, EMPTY, MANY_COLUMNS)) {
            TableSchema described = warehouse().describe(table.schema().name()).orElseThrow();
            assertThat(described.columns().stream().map(Column::name))
                    .isEqualTo(
                            table.schema().columns().stream().map(Column::name).toList());
            assertThat(described.columns().stream().map(Column::type))
                    .isEqualTo(
                            table.schema().columns().stream().map(Column::type).toList());
        }
    }

    @Test
    void explainsWithoutLiterals() {
        AggregateQuery query = count(TEXTS, compare(ref(TEXT), "=", "a secret"));
        assertThat(warehouse().explain(query)).startsWith("SELECT ").doesNotContain("a secret");
    }

    // Three-valued logic

    @Test
    void knowsThreeTruthValues() {
        Predicate unknown = compare(ref(INT), ">", 0);
        assertIds(NUMBERS, Constant.TRUE, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, Constant.FALSE);
        assertIds(NUMBERS, Constant.UNKNOWN);
        assertIds(NUMBERS, not(Constant.UNKNOWN));
        assertIds(NUMBERS, not(Constant.FALSE), 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, unknown, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, not(unknown), 1, 3);
        assertIds(NUMBERS, or(unknown, not(unknown)), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, or(unknown, isNull(ref(INT))), 0, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, and(Constant.UNKNOWN, compare(ref(ID), "=", 1)));
        assertIds(NUMBERS, not(and(Constant.UNKNOWN, compare(ref(ID), "=", 1))), 0, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, or(Constant.UNKNOWN, compare(ref(ID), "=", 1)), 1);
    }

    @Test
    void bindsAndBeforeOr() {
        Predicate one = compare(ref(ID), "=", 1);
        Predicate two = compare(ref(ID), "=", 2);
        assertIds(NUMBERS, and(or(one, two), not(one)), 2);
        assertIds(NUMBERS, or(one, and(two, Constant.FALSE)), 1);
        assertIds(NUMBERS, not(or(one, two)), 0, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void keepsNullOutOfInAndNotIn() {
        assertIds(NUMBERS, in(ref(INT), 25, 26, 77), 4, 5);
        assertIds(NUMBERS, not(in(ref(INT), 25, 26, 77)), 1, 2, 3, 6, 7, 8);
        assertIds(TEXTS, in(ref(TEXT), "NYC", "", "it's"), 1, 2, 10);
        assertIds(TEXTS, not(in(ref(OTHER_TEXT), "nyc", "x")), 1, 4, 6, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void tellsNullFromDistinct() {
        assertIds(NUMBERS, isNull(ref(INT)), 0);
        assertIds(NUMBERS, not(isNull(ref(INT))), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, distinct(ref(INT), 25), 0, 1, 2, 3, 5, 6, 7, 8);
        assertIds(NUMBERS, not(distinct(ref(INT), 25)), 4);
        assertIds(NUMBERS, distinct(ref(INT), 25.5), 0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(TEXTS, distinct(ref(OTHER_TEXT), "nyc"), 0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void takesBooleansAsConditions() {
        Predicate flag = new Predicate.Truth(ref(FLAG));
        assertIds(TEXTS, flag, 1, 3, 6, 7, 10, 11, 13, 14, 16);
        assertIds(TEXTS, not(flag), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, new Predicate.IsTruth(ref(FLAG), true), 1, 3, 6, 7, 10, 11, 13, 14, 16);
        assertIds(TEXTS, new Predicate.IsTruth(ref(FLAG), false), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, not(new Predicate.IsTruth(ref(FLAG), true)), 0, 2, 4, 5, 8, 9, 12, 15, 17, 18);
        assertIds(TEXTS, compare(ref(FLAG), "=", false), 2, 5, 8, 9, 12, 17, 18);
        assertIds(TEXTS, compare(ref(FLAG), "<", true), 2, 5, 8, 9, 12, 17, 18);
        assertIds(
                TEXTS,
                new Predicate.Truth(call(Function.COALESCE, ref(FLAG), true)),
                0,
                1,
                3,
                4,
                6,
                7,
                10,
                11,
                13,
                14,
                15,
                16);
    }

    // Numbers

    @Test
    void comparesIntegersAtTheirBounds() {
        for (Column column : List.of(TINY, SMALL, INT, BIG)) {
            ColumnRef ref = ref(column);
            BigDecimal max = BigDecimal.valueOf(
                    switch (column.type().kind()) {
                        case TINYINT -> Byte.MAX_VALUE;
                        case SMALLINT -> Short.MAX_VALUE;
                        case INT -> Integer.MAX_VALUE;
                        default -> Long.MAX_VALUE;
                    });
            BigDecimal min = max.negate().subtract(BigDecimal.ONE);
            assertIds(NUMBERS, compare(ref, "=", max), 2);
            assertIds(NUMBERS, compare(ref, "=", min), 1);
            assertIds(NUMBERS, compare(ref, ">=", max), 2);
            assertIds(NUMBERS, compare(ref, ">", max));
            assertIds(NUMBERS, compare(ref, ">", max.add(BigDecimal.ONE)));
            assertIds(NUMBERS, compare(ref, "<", max.add(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, ">=", min.subtract(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, "<", min.subtract(BigDecimal.ONE)));
            assertIds(NUMBERS, not(compare(ref, "=", max.add(BigDecimal.ONE))), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, compare(ref, "<>", max.add(BigDecimal.ONE)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, in(ref, max, max.add(BigDecimal.ONE), 0), 2, 3);
            assertIds(NUMBERS, not(in(ref, max.add(BigDecimal.ONE))), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, between(ref, min.subtract(BigDecimal.ONE), 0), 1, 3);
        }
    }

    @Test
    void comparesIntegersWithFractions() {
        assertIds(NUMBERS, compare(ref(TINY), ">", 25.5), 2, 5);
        assertIds(NUMBERS, compare(ref(TINY), ">=", 25.5), 2, 5);
        assertIds(NUMBERS, compare(ref(INT), "<", 0.5), 1, 3);
        assertIds(NUMBERS, compare(ref(INT), "=", 25.5));
        assertIds(NUMBERS, compare(ref(INT), "<>", 25.5), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, between(ref(BIG), 0.5, 25.5), 4, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(BIG), "=", new BigDecimal("9007199254740993")), 5);
        assertIds(NUMBERS, compare(ref(BIG), ">", new BigDecimal("9007199254740992")), 2, 5);
        assertIds(NUMBERS, compare(ref(INT), ">", new BigDecimal(FINEST)), 2, 4, 5, 6, 7, 8);
    }

    @Test
    void comparesDecimalsExactly() {
        assertIds(NUMBERS, compare(ref(DEC), "=", 25.5), 5);
        assertIds(NUMBERS, compare(ref(DEC), "=", new BigDecimal("1.1")), 6);
        assertIds(NUMBERS, compare(ref(DEC), ">", new BigDecimal("1.099")), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(DEC), "<", new BigDecimal("1.101")), 1, 3, 6);
        assertIds(NUMBERS, compare(ref(DEC), "<=", new BigDecimal(MAX_38)), 1, 2, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), "=", new BigDecimal(MAX_38)), 2);
        assertIds(NUMBERS, compare(ref(WIDE), "<", new BigDecimal(MAX_38)), 1, 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), "<=", new BigDecimal(MIN_38)), 1);
        assertIds(NUMBERS, compare(ref(WIDE), ">", new BigDecimal(FINEST)), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "=", new BigDecimal(FINEST)), 2);
        assertIds(NUMBERS, compare(ref(FINE), ">=", new BigDecimal("0.1")), 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<", new BigDecimal(MAX_38)), 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void comparesColumnsOfDifferentExactTypes() {
        assertIds(NUMBERS, compare(ref(TINY), "=", ref(INT)), 3, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(INT), "<", ref(BIG)), 2, 5);
        assertIds(NUMBERS, compare(ref(DEC), "=", ref(INT)), 3, 4, 7, 8);
        assertIds(NUMBERS, compare(ref(WIDE), ">=", ref(BIG)), 2, 3, 4, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<", ref(INT)), 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(ref(FINE), "<=", ref(WIDE)), 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void ordersNotANumberAboveInfinity() {
        for (Column column : List.of(REAL, DOUBLE)) {
            assertIds(NUMBERS, compare(ref(column), "=", 0), 3);
            assertIds(NUMBERS, compare(ref(column), "<", 0), 1, 8);
            assertIds(NUMBERS, compare(ref(column), "=", ref(column)), 1, 2, 3, 4, 5, 6, 7, 8);
            assertIds(NUMBERS, in(ref(column), 25, 25.5), 4, 5);
            assertIds(NUMBERS, between(ref(column), 25, 25.5), 4, 5);
        }
        assertIds(NUMBERS, compare(ref(REAL), ">", 25), 5, 6, 7);
        assertIds(NUMBERS, compare(ref(DOUBLE), ">", 25), 2, 5, 6, 7);
        assertIds(NUMBERS, compare(ref(DOUBLE), ">=", new BigDecimal(MAX_38)), 2, 6, 7);
        assertIds(NUMBERS, compare(ref(REAL), "<=", ref(DOUBLE)), 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void widensFloatsToDoubles() {
        assertIds(NUMBERS, compare(ref(REAL), "=", 0.1));
        assertIds(
                NUMBERS,
                compare(ref(REAL), "=", new BigDecimal((double) 0.1f).setScale(30, RoundingMode.HALF_EVEN)),
                2);
        assertIds(NUMBERS, compare(ref(REAL), ">", 0.1), 2, 4, 5, 6, 7);
    }

    @Test
    void calculatesOfNumbersWithoutOverflow() {
        assertIds(NUMBERS, compare(call(Function.ABS, ref(TINY)), "=", 128), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(SMALL)), ">", 32767), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(INT)), "=", 2147483648L), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(BIG)), "=", new BigDecimal("9223372036854775808")), 1);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(WIDE)), "=", new BigDecimal(MAX_38)), 1, 2);
        assertIds(NUMBERS, compare(call(Function.ABS, ref(DOUBLE)), ">", 1000), 1, 2, 6, 7, 8);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), -1), "<", 0), 0, 1);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(TINY), 1000), ">", 127), 0);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), 0.5), "=", 0.5), 0);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(INT), 0.5), ">", 0.25), 0, 2, 4, 5, 6, 7, 8);
        assertIds(NUMBERS, compare(call(Function.COALESCE, ref(WIDE), 0.5), "=", 0.5), 0);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(INT), 25)), 0, 4);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(INT), 25.5)), 0);
        assertIds(NUMBERS, isNull(call(Function.NULLIF, ref(REAL), 25)), 0, 4);
    }

    // Strings

    @Test
    void comparesStringsByCodePoints() {
        assertIds(TEXTS, compare(ref(TEXT), "=", "NYC"), 2);
        assertIds(TEXTS, compare(ref(TEXT), "=", "NYC "), 4);
        assertIds(TEXTS, compare(ref(TEXT), "=", ""), 1);
        assertIds(TEXTS, compare(ref(TEXT), "=", "it's"), 10);
        assertIds(TEXTS, compare(ref(TEXT), "=", "a\\b"), 9);
        assertIds(TEXTS, compare(ref(TEXT), "=", "\u00E9"), 13);
        assertIds(TEXTS, compare(ref(TEXT), "=", ref(OTHER_TEXT)), 1, 3, 14);
        assertIds(TEXTS, compare(ref(TEXT), "<", "NYC"), 1, 5, 6, 16);
        assertIds(TEXTS, compare(ref(TEXT), ">", "a"), 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18);
        assertIds(TEXTS, compare(ref(TEXT), ">", "\uFF5A"), 11, 12);
        assertIds(TEXTS, compare(ref(TEXT), ">", ref(OTHER_TEXT)), 4, 7, 9, 10, 11, 12, 13, 15, 17, 18);
        assertIds(TEXTS, between(ref(TEXT), "\uFF5A", "\uD83D\uDE00"), 11, 18);
    }

    @Test
    void matchesPatterns() {
        assertIds(TEXTS, like(ref(TEXT), "NYC"), 2);
        assertIds(TEXTS, like(ref(TEXT), "NYC*"), 2, 4);
        assertIds(TEXTS, like(ref(TEXT), "*NYC"), 2, 5);
        assertIds(TEXTS, not(like(ref(OTHER_TEXT), "*y*")), 1, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
        assertIds(TEXTS, like(ref(TEXT), "*%"), 6);
        assertIds(TEXTS, like(ref(TEXT), "*_*"), 7);
        assertIds(TEXTS, like(ref(TEXT), "*!*"), 8);
        assertIds(TEXTS, like(ref(TEXT), "*\\*"), 9);
        assertIds(TEXTS, like(ref(TEXT), "a\\b"), 9);
        assertIds(TEXTS, like(ref(TEXT), "a?b"), 7, 8, 9);
        assertIds(TEXTS, like(ref(TEXT), "?"), 11, 13, 18);
        assertIds(TEXTS, like(ref(TEXT), "??"), 12, 14);
        assertIds(TEXTS, like(ref(TEXT), "line*"), 17);
        assertIds(TEXTS, like(ref(TEXT), "line?end"), 17);
        assertIds(TEXTS, like(ref(TEXT), "*\uD83D\uDE00"), 11, 12);
        assertIds(TEXTS, like(ref(TEXT), "\u05E9*"), 15);
        assertIds(TEXTS, like(ref(TEXT), "*"), IntStream.rangeClosed(1, 18).toArray());
        assertIds(TEXTS, like(ref(TEXT), ""), 1);
        assertIds(TEXTS, like(call(Function.LOWER, ref(TEXT)), "nyc*"), 2, 3, 4);
    }

    @Test
    void matchesPatternsWithoutCase() {
        assertIds(TEXTS, ilike(ref(TEXT), "nyc"), 2, 3);
        assertIds(TEXTS, ilike(ref(TEXT), "NYC*"), 2, 3, 4);
        assertIds(TEXTS, ilike(ref(TEXT), "A!B"), 8);
        assertIds(TEXTS, ilike(ref(TEXT), "A?B"), 7, 8, 9);
        assertIds(TEXTS, ilike(ref(TEXT), "istanbul"), 16);
        assertIds(TEXTS, ilike(ref(OTHER_TEXT), "ISTANBUL"), 16);
        assertIds(TEXTS, ilike(ref(TEXT), "\u00C9"), 13);
        assertIds(TEXTS, ilike(ref(TEXT), "\u00C9?*"));
    }

    @Test
    void calculatesOfStrings() {
        assertIds(TEXTS, compare(call(Function.LOWER, ref(TEXT)), "=", "nyc"), 2, 3);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(TEXT)), "=", "NYC"), 2, 3);
        assertIds(TEXTS, compare(call(Function.LOWER, ref(TEXT)), "=", "istanbul"), 16);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(OTHER_TEXT)), "=", "ISTANBUL"), 16);
        assertIds(TEXTS, compare(call(Function.UPPER, ref(TEXT)), "=", "\u00C9"), 13);
        assertIds(TEXTS, compare(call(Function.TRIM, ref(TEXT)), "=", "NYC"), 2, 4, 5);
        assertIds(TEXTS, compare(call(Function.LTRIM, ref(TEXT)), "=", "NYC"), 2, 5);
        assertIds(TEXTS, compare(call(Function.RTRIM, ref(TEXT)), "=", "NYC"), 2, 4);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 0), 1);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 1), 11, 13, 18);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), "=", 2), 12, 14);
        assertIds(TEXTS, compare(call(Function.LENGTH, ref(TEXT)), ">=", 8), 16, 17);
        assertIds(TEXTS, compare(call(Function.COALESCE, ref(OTHER_TEXT), "none"), "=", "none"), 0, 5);
        assertIds(TEXTS, isNull(call(Function.NULLIF, ref(TEXT), "")), 0, 1);
    }

    // Dates and times

    @Test
    void comparesDates() {
        assertIds(TIMES, compare(ref(DATE), "=", LocalDate.of(2024, 2, 29)), 3);
        assertIds(TIMES, compare(ref(DATE), "<=", LocalDate.of(1, 1, 1)), 1);
        assertIds(TIMES, compare(ref(DATE), ">=", LocalDate.of(9999, 12, 31)), 2);
        assertIds(TIMES, compare(ref(DATE), ">", LocalDate.of(1970, 1, 1)), 2, 3, 4, 5, 7);
        assertIds(TIMES, in(ref(DATE), LocalDate.of(2024, 3, 10), LocalDate.of(2024, 11, 3)), 4, 5);
        assertIds(TIMES, distinct(ref(DATE), LocalDate.of(2024, 2, 29)), 0, 1, 2, 4, 5, 6, 7);
        assertIds(
                TIMES,
                compare(call(Function.COALESCE, ref(DATE), LocalDate.of(1, 1, 1)), "=", LocalDate.of(1, 1, 1)),
                0,
                1);
    }

    @Test
    void comparesTimesToTheMicrosecondInUtc() {
        for (Column column : List.of(TIME, WALL)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(ref, "=", LocalDateTime.of(1, 1, 1, 0, 0)), 1);
            assertIds(TIMES, compare(ref, "=", time("9999-12-31T23:59:59.999999")), 2);
            assertIds(TIMES, compare(ref, "<", time("9999-12-31T23:59:59.999999")), 1, 3, 4, 5, 6, 7);
            assertIds(TIMES, compare(ref, "=", time("2024-02-29T23:30:00")), 3);
            assertIds(TIMES, compare(ref, "=", time("2024-11-03T01:30:00")), 5);
            assertIds(TIMES, in(ref, time("2024-11-03T01:30:00"), time("2024-02-29T23:30:00")), 3, 5);
            assertIds(TIMES, between(ref, time("2024-02-29T23:30:00"), time("2024-11-03T01:30:00")), 3, 4, 5);
        }
        assertIds(TIMES, compare(ref(TIME), "=", time("2024-03-10T02:30:00")), 4);
        assertIds(TIMES, compare(ref(WALL), ">", time("2024-03-10T02:30:00")), 2, 4, 5);
        assertIds(TIMES, compare(ref(WALL), "=", time("2024-03-10T02:30:00.000001")), 4);
        assertIds(TIMES, compare(ref(WALL), "<", time("1970-01-01T00:00:00")), 1, 6);
        assertIds(TIMES, compare(ref(TIME), "=", ref(WALL)), 1, 2, 3, 5);
        assertIds(TIMES, isNull(call(Function.NULLIF, ref(TIME), time("2024-11-03T01:30:00"))), 0, 5);
        assertIds(
                TIMES,
                compare(
                        call(Function.COALESCE, ref(WALL), time("2024-11-03T01:30:00")),
                        "=",
                        time("2024-11-03T01:30:00")),
                0,
                5);
    }

    @Test
    void takesTimesApart() {
        for (Column column : List.of(DATE, TIME)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 2024), 3, 4, 5, 7);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 9999), 2);
            assertIds(TIMES, compare(call(Function.YEAR, ref), "=", 1), 1);
            assertIds(TIMES, compare(call(Function.QUARTER, ref), "=", 1), 1, 3, 4, 6, 7);
            assertIds(TIMES, compare(call(Function.QUARTER, ref), "=", 4), 2, 5);
            assertIds(TIMES, compare(call(Function.MONTH, ref), "=", 2), 3);
            assertIds(TIMES, compare(call(Function.DAY, ref), "=", 29), 3);
            // 0001-01-01 and 2024-01-01 are Mondays, 2024-03-10 and 2024-11-03 Sundays, 1970-01-01 and 2024-02-29
            // Thursdays.
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 1), 4, 5);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 2), 1, 7);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 5), 3, 6);
            assertIds(TIMES, compare(call(Function.DAYOFWEEK, ref), "=", 6), 2);
        }
        assertIds(TIMES, compare(call(Function.YEAR, ref(WALL)), "=", 2023), 7);
        assertIds(TIMES, compare(call(Function.YEAR, ref(WALL)), "=", 1969), 6);
    }

    @Test
    void truncatesTimes() {
        for (Column column : List.of(DATE, TIME)) {
            ColumnRef ref = ref(column);
            assertIds(TIMES, compare(trunc(DateUnit.DAY, ref), "=", LocalDate.of(2024, 2, 29)), 3);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 2, 26)), 3);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 3, 4)), 4);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(2024, 1, 1)), 7);
            assertIds(TIMES, compare(trunc(DateUnit.WEEK, ref), "=", LocalDate.of(1, 1, 1)), 1);
            assertIds(TIMES, compare(trunc(DateUnit.MONTH, ref), "=", LocalDate.of(2024, 11, 1)), 5);
            assertIds(TIMES, compare(trunc(DateUnit.QUARTER, ref), "=", LocalDate.of(2024, 1, 1)), 3, 4, 7);
            assertIds(TIMES, compare(trunc(DateUnit.YEAR, ref), "=", LocalDate.of(9999, 1, 1)), 2);
        }
        assertIds(TIMES, isNull(trunc(DateUnit.MONTH, ref(DATE))), 0);
        assertIds(TIMES, compare(trunc(DateUnit.DAY, ref(WALL)), "=", LocalDate.of(2023, 12, 31)), 7);
        assertIds(TIMES, compare(trunc(DateUnit.DAY, ref(TIME)), "=", ref(DATE)), 1, 2, 3, 4, 5, 6, 7);
    }

    // Names

    @Test
    void quotesNames() {
        for (int i = 0; i < 5; i++) {
            Column column = List.of(ODD_1, ODD_2, ODD_3, ODD_4, ODD_5).get(i);
            assertThat(wholeCount(ODD, compare(ref(column), "=", i + 1))).isEqualTo(1);
            assertThat(wholeCount(ODD, compare(ref(column), "<>", i + 1))).isEqualTo(0);
        }
        UnitValue value = new UnitValue(ref(ODD_2), Combination.SUM);
        assertThat(steps(ODD, new PrivacyUnit.Key(ODD_1.name()), value, new Bounds(0, 4)))
                .isEqualTo(0);
    }

    @Test
    void readsTablesWithManyColumns() {
        List<Predicate> all = new ArrayList<>();
        MANY_COLUMNS.schema().columns().forEach(column -> all.add(not(isNull(ref(column)))));
        assertThat(wholeCount(MANY_COLUMNS, new Predicate.And(all))).isEqualTo(1);
    }

    // Measures

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
                assertThat(AggregateInspector.value(aggregate, 0, 0)).isEqualTo(countsRows ? 2 : 0);
                assertThat(AggregateInspector.value(aggregate, 0, 1)).isEqualTo(0);
                assertThat(AggregateInspector.value(aggregate, 0, 2)).isEqualTo(0);
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
        assertThat(AggregateInspector.value(aggregate, 0, 0))
                .isEqualTo(stepsOf(2, bounds) + stepsOf(5, bounds) + stepsOf(-10, bounds) + stepsOf(7, bounds));
        assertThat(AggregateInspector.value(aggregate, 0, 1)).isEqualTo(6);
        assertThat(AggregateInspector.value(aggregate, 0, 2))
                .isEqualTo(stepsOf(3, bounds) + stepsOf(5, bounds) + stepsOf(-10, bounds) + stepsOf(7, bounds));
        assertThat(AggregateInspector.value(aggregate, 0, 3)).isEqualTo(4);
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
        assertThat(AggregateInspector.value(aggregate, 1, 0)).isEqualTo(stepsOf(1, bounds));
        assertThat(AggregateInspector.value(aggregate, 1, 1)).isEqualTo(1);
        assertThat(AggregateInspector.value(aggregate, 77, 0)).isEqualTo(0);
    }

    // What goes wrong

    @Test
    void hidesWhatTheEngineSays() {
        TableData unknownTable = TableData.of("main.lab.nowhere", ID);
        TableData unknownCatalog = TableData.of("nowhere.lab.numbers", ID);
        Column unknown = Column.of("no_such_column", ColumnType.INT);
        assertHidden(count(unknownTable, Constant.TRUE), ErrorCode.UNKNOWN_TABLE);
        assertHidden(count(unknownCatalog, Constant.TRUE), ErrorCode.UNKNOWN_TABLE);
        assertHidden(count(NUMBERS, compare(ref(unknown), "=", 4711)), ErrorCode.WAREHOUSE_UNAVAILABLE);
    }

    /** @param better what an engine may say that knows what is wrong */
    private void assertHidden(AggregateQuery query, ErrorCode better) {
        assertThatThrownBy(() -> warehouse().aggregate(query, new Cancellation()))
                .isInstanceOfSatisfying(LeadgenException.class, e -> {
                    assertThat(e.code()).isIn(ErrorCode.WAREHOUSE_UNAVAILABLE, better);
                    assertThat(e.getCause()).isNotNull();
                    assertThat(e.getMessage() + e.hint()).doesNotContain("no_such", "nowhere", "4711");
                });
    }

    @Test
    void doesNotBeginWhatIsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> warehouse().aggregate(count(NUMBERS, Constant.TRUE), cancellation))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }

    @Test
    void stopsWhatIsCancelled() throws Exception {
        AggregateQuery slow = slowQuestion();
        assumeTrue(slow != null, "no slow question");
        for (int delay : new int[] {0, 5, 100}) {
            Cancellation cancellation = new Cancellation();
            Thread canceller = new Thread(() -> {
                try {
                    Thread.sleep(delay);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                cancellation.cancel();
            });
            canceller.start();
            long start = System.nanoTime();
            assertThatThrownBy(() -> warehouse().aggregate(slow, cancellation))
                    .isInstanceOfSatisfying(
                            LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            // A bound against hanging, no measure: an engine stops between two rows, and machines are busy.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
            canceller.join();
        }
        assertThat(wholeCount(NUMBERS, Constant.TRUE)).isEqualTo(9);
    }

    // How questions are asked

    private void assertIds(TableData table, Predicate predicate, int... expected) {
        UnitValue id = new UnitValue(ref(ID), Combination.SUM);
        Aggregate aggregate = ask(
                table,
                new PrivacyUnit.Row(null),
                predicate,
                new Cells.Bins(id, new Grid.Linear(new Bounds(0, Grid.Linear.SIZE))),
                new Measure.Units());
        List<Integer> found = new ArrayList<>();
        for (int bin = 0; bin < Grid.Linear.SIZE; bin++) {
            if (AggregateInspector.value(aggregate, bin, 0).signum() > 0) {
                found.add(bin);
            }
        }
        assertThat(found)
                .as("%s", warehouse().explain(count(table, predicate)))
                .containsExactlyElementsOf(IntStream.of(expected).boxed().toList());
    }

    private static AggregateQuery count(TableData table, Predicate predicate) {
        return new AggregateQuery(
                table.schema().name(),
                new PrivacyUnit.Row(null),
                predicate,
                new Cells.Whole(),
                List.of(new Measure.Units()));
    }

    private long wholeCount(TableData table, Predicate predicate) {
        return wholeCount(table, new PrivacyUnit.Row(null), predicate);
    }

    private long wholeCount(TableData table, PrivacyUnit unit, Predicate predicate) {
        return AggregateInspector.value(ask(table, unit, predicate, new Cells.Whole(), new Measure.Units()), 0, 0)
                .longValueExact();
    }

    private long valued(TableData table, PrivacyUnit unit, UnitValue value) {
        Measure measure = new Measure.ValuedUnits(value);
        return AggregateInspector.value(ask(table, unit, Constant.TRUE, new Cells.Whole(), measure), 0, 0)
                .longValueExact();
    }

    private long steps(TableData table, Column column, Combination combination, Bounds bounds) {
        return steps(table, new PrivacyUnit.Key(UNIT.name()), new UnitValue(ref(column), combination), bounds);
    }

    private long steps(TableData table, PrivacyUnit unit, UnitValue value, Bounds bounds) {
        Measure measure = new Measure.CentredSum(value, bounds);
        return AggregateInspector.value(ask(table, unit, Constant.TRUE, new Cells.Whole(), measure), 0, 0)
                .longValueExact();
    }

    private List<String> bins(TableData table, PrivacyUnit unit, UnitValue value, Grid grid) {
        List<BigInteger> cells = AggregateInspector.values(
                ask(table, unit, Constant.TRUE, new Cells.Bins(value, grid), new Measure.Units()), 0);
        List<String> occupied = new ArrayList<>();
        for (int bin = 0; bin < cells.size(); bin++) {
            if (cells.get(bin).signum() != 0) {
                occupied.add(bin + ":" + cells.get(bin));
            }
        }
        return occupied;
    }

    private Aggregate ask(TableData table, PrivacyUnit unit, Predicate filter, Cells cells, Measure... measures) {
        AggregateQuery query = new AggregateQuery(table.schema().name(), unit, filter, cells, List.of(measures));
        return warehouse().aggregate(query, new Cancellation());
    }

    /** The definition of {@link Measure.CentredSum}, in the arithmetic that every engine has to use. */
    private static long stepsOf(double value, Bounds bounds) {
        double clamped = Math.min(Math.max(value, bounds.lower()), bounds.upper());
        return (long) Math.floor((clamped - bounds.midpoint()) / bounds.halfWidth() * Measure.CentredSum.STEPS + 0.5);
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

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text);
    }

    private static TableData events() {
        TableData table = TableData.of("main.lab.events", UNIT, AMOUNT, VISITS, PRICE)
                .row("ann", 1.0, null, null)
                .row("ann", 2.0, null, null)
                .row("bob", null, null, null)
                .row("bob", null, null, null)
                .row("cem", Double.NaN, null, null)
                .row("cem", 5.0, null, null)
                .row("dan", Double.POSITIVE_INFINITY, null, null)
                .row("dan", Double.NEGATIVE_INFINITY, null, null)
                .row(null, 100.0, 1L, "1")
                .row(null, 100.0, 1L, "1")
                .row("eva", -10.0, null, null);
        for (int i = 0; i < 3; i++) {
            table = table.row("gus", i == 0 ? 7.0 : null, 1L << 62, "9".repeat(36) + ".99");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>(table.rows());
        for (int i = 0; i < 1000; i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add("fay");
            row.add(0.1);
            row.add(null);
            row.add(null);
            rows.add(row);
        }
        return new TableData(table.schema(), rows);
    }

    private static TableData edges() {
        double[] values = {
            -1e308,
            -4096,
            -8,
            -3,
            -1,
            -0.5,
            -1e-4,
            -1e-10,
            -0.0,
            0,
            4.9e-324,
            1e-10,
            6e-5,
            0x1p-14,
            0.1,
            0.25,
            0.3,
            0.5,
            0.999,
            1,
            2,
            3,
            4,
            7,
            8,
            16,
            1000,
            1024,
            4094.999,
            4095,
            4096,
            1e6,
            0x1p62,
            0x1p71,
            1e25,
            1e308,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        TableData table = TableData.of("main.lab.edges", ID, VALUE).row(0, null);
        for (double value : values) {
            table = table.row(table.rows().size(), value);
        }
        return table;
    }

    private static TableData manyColumns() {
        Column[] columns = new Column[400];
        Object[] row = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Column.of("column_" + i, i % 2 == 0 ? ColumnType.INT : ColumnType.STRING);
            row[i] = i % 2 == 0 ? (Object) i : "value " + i;
        }
        return TableData.of("main.lab.many_columns", columns).row(row);
    }
}
