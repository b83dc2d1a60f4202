package io.leadgen.testkit;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The tables that {@link CellsContract} inherits: people with many rows, nobody, and rows of nobody. */
abstract class VisitsTable {
    static final Column PERSON = Column.of("person", ColumnType.STRING);
    static final Column CITY = Column.of("city", ColumnType.STRING);
    static final Column AGE = Column.of("age", ColumnType.INT);
    static final Column PAID = Column.of("price", ColumnType.decimal(12, 2));
    static final Column RATE = Column.of("rate", ColumnType.DOUBLE);
    static final Column SCORE = Column.of("score", ColumnType.FLOAT);
    static final Column MEMBER = Column.of("member", ColumnType.BOOLEAN);
    static final Column DAY = Column.of("day", ColumnType.DATE);
    static final Column SEEN = Column.of("seen", ColumnType.TIMESTAMP);
    static final Column CALLED = Column.of("called", ColumnType.TIMESTAMP_NTZ);
    static final Column MONTH_NUMBER = Column.of("month_number", ColumnType.INT);
    static final Column MONTH_TEXT = Column.of("month_text", ColumnType.STRING);
    static final Column DAY_NUMBER = Column.of("day_number", ColumnType.BIGINT);
    static final Column DAY_TEXT = Column.of("day_text", ColumnType.STRING);
    /** Named as what the statements call their own columns. */
    static final Column CELL = Column.of("cell", ColumnType.INT);

    static final Column UNIT_DAY = Column.of("unit", ColumnType.DATE);

    private static final Column[] COLUMNS = {
        PERSON,
        CITY,
        AGE,
        PAID,
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
        UNIT_DAY
    };
    static final TableData VISITS_TABLE = visits();
    /** In {@link #VISITS_TABLE}. */
    static final long PEOPLE = 13;

    static final TableData NOBODY = TableData.of("main.lab.nobody", COLUMNS);
    static final TableData NAMELESS = nameless();

    static List<TableData> visited() {
        return List.of(VISITS_TABLE, NOBODY, NAMELESS);
    }

    private static TableData visits() {
        TableData table = TableData.of("main.lab.visits", COLUMNS);
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
        TableData table = TableData.of("main.lab.nameless", COLUMNS);
        Object[] nulls = new Object[COLUMNS.length];
        return table.row(nulls).row(nulls);
    }
}
