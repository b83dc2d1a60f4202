package io.leadgen.testkit;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of {@link WarehouseContractTest}, which inherits them: the extremes of every type, and names that have to be quoted. */
abstract class ContractTables extends VisitsTable {
    static final Column ID = Column.of("id", ColumnType.INT);
    static final Column TINY = Column.of("tiny", ColumnType.TINYINT);
    static final Column SMALL = Column.of("small", ColumnType.SMALLINT);
    static final Column INT = Column.of("int", ColumnType.INT);
    static final Column BIG = Column.of("big", ColumnType.BIGINT);
    static final Column DEC = Column.of("dec", ColumnType.decimal(12, 2));
    static final Column WIDE = Column.of("wide", ColumnType.decimal(38, 0));
    static final Column FINE = Column.of("fine", ColumnType.decimal(38, 38));
    static final Column REAL = Column.of("real", ColumnType.FLOAT);
    static final Column DOUBLE = Column.of("dbl", ColumnType.DOUBLE);
    static final Column TEXT = Column.of("s", ColumnType.STRING);
    static final Column OTHER_TEXT = Column.of("t", ColumnType.STRING);
    static final Column FLAG = Column.of("b", ColumnType.BOOLEAN);
    static final Column DATE = Column.of("d", ColumnType.DATE);
    static final Column TIME = Column.of("ts", ColumnType.TIMESTAMP);
    static final Column WALL = Column.of("ntz", ColumnType.TIMESTAMP_NTZ);
    static final Column UNIT = Column.of("unit", ColumnType.STRING);

    static final String MAX_38 = "9".repeat(38);
    static final String MIN_38 = "-" + MAX_38;
    static final String FINEST = "0." + "0".repeat(37) + "1";

    static final TableData NUMBERS = TableData.of(
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

    static final TableData TEXTS = TableData.of("main.lab.texts", ID, TEXT, OTHER_TEXT, FLAG)
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

    static final TableData TIMES = TableData.of("main.lab.times", ID, DATE, TIME, WALL)
            .row(0, null, null, null)
            .row(1, LocalDate.of(1, 1, 1), LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(1, 1, 1, 0, 0))
            .row(2, LocalDate.of(9999, 12, 31), time("9999-12-31T23:59:59.999999"), time("9999-12-31T23:59:59.999999"))
            .row(3, LocalDate.of(2024, 2, 29), time("2024-02-29T23:30:00"), time("2024-02-29T23:30:00"))
            .row(4, LocalDate.of(2024, 3, 10), time("2024-03-10T02:30:00"), time("2024-03-10T02:30:00.000001"))
            .row(5, LocalDate.of(2024, 11, 3), time("2024-11-03T01:30:00"), time("2024-11-03T01:30:00"))
            .row(6, LocalDate.of(1970, 1, 1), time("1970-01-01T00:00:00"), time("1969-12-31T23:59:59.999999"))
            .row(7, LocalDate.of(2024, 1, 1), time("2024-01-01T00:00:00"), time("2023-12-31T23:59:59"));

    static final Column AMOUNT = Column.of("amount", ColumnType.DOUBLE);
    static final Column VISITS = Column.of("visits", ColumnType.BIGINT);
    static final Column PRICE = Column.of("price", ColumnType.decimal(38, 2));
    static final TableData EVENTS = events();

    static final Column VALUE = Column.of("v", ColumnType.DOUBLE);
    static final TableData EDGES = edges();

    static final Column ODD_1 = Column.of("two words", ColumnType.INT);
    static final Column ODD_2 = Column.of("quo\"te'd", ColumnType.INT);
    static final Column ODD_3 = Column.of("back`tick", ColumnType.INT);
    static final Column ODD_4 = Column.of("select", ColumnType.INT);
    static final Column ODD_5 = Column.of("\u00E9\u00E0 \uD83D\uDE00", ColumnType.INT);
    static final TableData ODD = TableData.of("`odd \"cat'`.`two words`.`ta'b\"le`", ODD_1, ODD_2, ODD_3, ODD_4, ODD_5)
            .row(1, 2, 3, 4, 5);

    static final TableData EMPTY = TableData.of("main.lab.empty", ID, TEXT, DOUBLE, UNIT);
    static final TableData NULLS = TableData.of("main.lab.nulls", ID, TEXT, DOUBLE, UNIT)
            .row(null, null, null, null)
            .row(null, null, null, null);
    static final TableData MANY_COLUMNS = manyColumns();

    static List<TableData> all() {
        return List.of(NUMBERS, TEXTS, TIMES, EVENTS, EDGES, ODD, EMPTY, NULLS, MANY_COLUMNS);
    }

    static LocalDateTime time(String text) {
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
        rows.addAll(Collections.nCopies(1000, Arrays.asList("fay", 0.1, null, null)));
        return new TableData(table.schema(), rows);
    }

    private static TableData edges() {
        String values =
                "-1e308 -4096 -8 -3 -1 -0.5 -1e-4 -1e-10 -0.0 0 4.9e-324 1e-10 6e-5 0x1p-14 0.1 0.25 0.3 0.5 0.999"
                        + " 1 2 3 4 7 8 16 1000 1024 4094.999 4095 4096 1e6 0x1p62 0x1p71 1e25 1e308 NaN Infinity -Infinity";
        TableData table = TableData.of("main.lab.edges", ID, VALUE).row(0, null);
        for (String value : values.split(" ", -1)) {
            table = table.row(table.rows().size(), Double.valueOf(value));
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
