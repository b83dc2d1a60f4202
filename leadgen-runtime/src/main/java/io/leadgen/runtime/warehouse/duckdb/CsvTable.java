package io.leadgen.runtime.warehouse.duckdb;

import static io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse.quote;
import static io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse.text;

import io.leadgen.runtime.csv.CsvColumn;
import io.leadgen.runtime.csv.CsvDialect;
import io.leadgen.runtime.csv.CsvReading;
import io.leadgen.runtime.csv.CsvType;
import io.leadgen.runtime.files.FileFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A CSV file as DuckDB reads it: every option is set, every column is a text, and conversions are in the select list. DuckDB infers
 * nothing.
 *
 * @param path the path as a SQL string
 */
record CsvTable(String path, CsvReading reading) {

    /** The FROM item with the names and types of the reading. */
    String relation(List<CsvColumn> columns) {
        return "(SELECT "
                + IntStream.range(0, columns.size())
                        .mapToObj(i -> value(i, columns.get(i), "CAST", "strptime") + " AS "
                                + quote(columns.get(i).name()))
                        .collect(Collectors.joining(", "))
                + " FROM " + texts() + ")";
    }

    /** All texts as they are, under names of their own. */
    private String texts() {
        CsvDialect dialect = reading.dialect();
        StringBuilder sql =
                new StringBuilder("read_csv(" + path + ", auto_detect = false, header = false, nullstr = ''");
        sql.append(", skip = ").append(reading.skipped());
        sql.append(", delim = ").append(text(String.valueOf(dialect.delimiter())));
        sql.append(", quote = ").append(sign(dialect.quote()));
        sql.append(", escape = ").append(sign(dialect.escape()));
        if (dialect.comment() != CsvDialect.NONE) {
            sql.append(", comment = ").append(sign(dialect.comment()));
        }
        sql.append(", encoding = ").append(text(reading.encoding().toString()));
        if (reading.hasMixedEndings()) {
            sql.append(", strict_mode = false");
        }
        sql.append(", columns = {");
        sql.append(joined(i -> text(source(i)) + ": 'VARCHAR'"));
        return sql.append("})").toString();
    }

    private String joined(Function<Integer, String> each) {
        return IntStream.range(0, reading.columns().size()).boxed().map(each).collect(Collectors.joining(", "));
    }

    private static String source(int column) {
        return "c" + column;
    }

    private static String sign(char sign) {
        return sign == CsvDialect.NONE ? "''" : text(String.valueOf(sign));
    }

    /** A value of a column: a text that is not null, converted. */
    private String value(int index, CsvColumn column, String cast, String parse) {
        String value = quote(source(index));
        if (!column.nulls().isEmpty()) {
            String nulls = column.nulls().stream().map(DuckDbWarehouse::text).collect(Collectors.joining(", "));
            value = "CASE WHEN " + value + " IN (" + nulls + ") THEN NULL ELSE " + value + " END";
        }
        CsvType type = column.type();
        if (type == CsvType.TEXT) {
            return value;
        }
        if (!column.isAsWritten()) {
            value = "trim(" + value + ", ' ')";
        }
        if (type == CsvType.INTEGER || type == CsvType.NUMBER) {
            char thousands = reading.options().thousands();
            char decimal = reading.options().decimal();
            value = thousands == CsvDialect.NONE ? value : "replace(" + value + ", " + sign(thousands) + ", '')";
            value = decimal == '.' ? value : "replace(" + value + ", " + sign(decimal) + ", '.')";
        }
        String format = column.dateFormat();
        return cast + "(" + (format == null ? value : parse + "(" + value + ", " + text(format) + ")") + " AS "
                + type.duckDb() + ")";
    }

    /**
     * Compares what DuckDB reads with the reading: records, texts, lengths of texts and values of each column.
     *
     * @throws FileFault if they differ
     */
    void check(Statement statement) throws SQLException, FileFault {
        List<String> found = new ArrayList<>(List.of("count(*)"));
        List<Long> expected = new ArrayList<>(List.of(reading.records()));
        List<CsvColumn> columns = reading.columns();
        for (int i = 0; i < columns.size(); i++) {
            CsvColumn column = columns.get(i);
            found.add("count(" + source(i) + ")");
            expected.add(column.filled());
            found.add("coalesce(sum(strlen(" + source(i) + ")), 0)::BIGINT");
            expected.add(column.bytes());
            if (column.type() != CsvType.TEXT) {
                found.add("count(" + value(i, column, "TRY_CAST", "try_strptime") + ")");
                expected.add(column.values());
            }
        }
        List<Long> read = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT " + String.join(", ", found) + " FROM " + texts())) {
            row.next();
            for (int i = 1; i <= found.size(); i++) {
                read.add(row.getLong(i));
            }
        } catch (SQLException e) {
            throw new FileFault("the engine cannot read it", HINT, e);
        }
        if (!read.equals(expected)) {
            throw new FileFault(
                    read.get(0).equals(expected.get(0))
                            ? "the engine reads other texts than are in the file"
                            : "the engine reads " + read.get(0) + " records, and the file has " + expected.get(0),
                    HINT);
        }
    }

    private static final String HINT = "write it again with plain line ends and quotes, or convert it to Parquet";
}
