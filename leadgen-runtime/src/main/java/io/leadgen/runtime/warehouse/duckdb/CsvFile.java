package io.leadgen.runtime.warehouse.duckdb;

import static io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse.quote;
import static io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as a relation with fixed options and types. DuckDB infers both from the first rows; if the other rows do not match,
 * from the whole file. Every statement uses a new {@link Statement}, because the driver closes one that has failed.
 */
final class CsvFile {
    private static final int SAMPLE_ROWS = 20_480;
    private static final int ALL_ROWS = -1;

    /**
     * By type, the condition on a text that certainly has this type, with {} for the text: converting the value back returns the
     * text. A text that does not match may still have the type. Not known for other types.
     */
    private static final Map<String, String> HAS_TYPE = Map.of(
            "VARCHAR", "true",
            "BOOLEAN", "lower({}) IN ('true', 'false')",
            "BIGINT", "TRY_CAST({} AS BIGINT)::VARCHAR = {}",
            "DOUBLE", "TRY_CAST({} AS DOUBLE) IS NOT NULL",
            "DATE", "TRY_CAST({} AS DATE)::VARCHAR = {}",
            "TIMESTAMP", "TRY_CAST({} AS TIMESTAMP)::VARCHAR = {}");

    private final Connection connection;
    private final Path file;
    private final String path;

    /** @param path the path as a SQL string */
    CsvFile(Connection connection, Path file, String path) {
        this.connection = connection;
        this.file = file;
        this.path = path;
    }

    /**
     * The options and columns that DuckDB has inferred.
     *
     * @param options all options except the columns
     */
    private record Inferred(String options, List<String> names, List<String> types) {
        /** The option for the columns, with a type for each inferred type. */
        String columns(UnaryOperator<String> type) {
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(text(names.get(i)) + ": " + text(type.apply(types.get(i))));
            }
            return ", columns = {" + String.join(", ", columns) + "}";
        }
    }

    /** The FROM item. */
    String relation() throws SQLException, IOException {
        String sampled = inferredFromSample();
        if (sampled != null) {
            return sampled;
        }
        Inferred whole = inferredFromAllRows();
        String relation = relation(whole.options(), whole.columns(type -> type));
        // Inference also tries to read without quotes, so only reading the file finds unclosed quotes.
        query("SELECT count(*) FROM " + relation, ResultSet::next);
        return relation;
    }

    /** True if the records have several fields, though DuckDB reads them as one: then their numbers of fields differ. */
    boolean isReadAsLines(int columns) throws IOException {
        return columns == 1 && !isCompressed() && CsvRecords.of(file).haveSeveralFields();
    }

    private String relation(String options, String columns) {
        return "read_csv(" + path + ", auto_detect = false, header = true" + options + columns + ")";
    }

    /**
     * The relation with the types of the first rows, or null unless all rows certainly have them. DuckDB would read a later 1.5 as
     * an integer without an error, so this checks the texts: one pass, much faster than inferring types from all rows.
     */
    private @Nullable String inferredFromSample() throws IOException {
        try {
            Inferred sample = infer(SAMPLE_ROWS, "");
            List<String> conditions = new ArrayList<>();
            for (int i = 0; i < sample.names().size(); i++) {
                String condition = HAS_TYPE.get(sample.types().get(i));
                if (condition == null) {
                    return null;
                }
                String column = quote(sample.names().get(i));
                conditions.add(
                        "bool_and(coalesce(" + column + " IS NULL OR " + condition.replace("{}", column) + ", false))");
            }
            String texts = relation(sample.options(), sample.columns(type -> "VARCHAR"));
            boolean fits = query(
                    "SELECT coalesce(" + String.join(" AND ", conditions) + ", true) FROM " + texts,
                    rows -> rows.next() && rows.getBoolean(1));
            return fits ? relation(sample.options(), sample.columns(type -> type)) : null;
        } catch (SQLException e) {
            return null;
        }
    }

    /**
     * The strict parser rejects mixed line endings. The lenient one accepts them, but also drops surplus fields. So the lenient
     * parser only gets files in which nothing else is wrong.
     */
    private Inferred inferredFromAllRows() throws SQLException, IOException {
        try {
            return infer(ALL_ROWS, "");
        } catch (SQLException strict) {
            if (!CsvRecords.of(file).areSound()) {
                throw strict;
            }
            return infer(ALL_ROWS, ", strict_mode = false");
        }
    }

    private Inferred infer(int rows, String mode) throws SQLException, IOException {
        String sql = "SELECT Delimiter, Quote, Escape, Comment, SkipRows, DateFormat, TimestampFormat,"
                + " list_transform(Columns, lambda c: c.name) AS names, list_transform(Columns, lambda c: c.type) AS types"
                + " FROM sniff_csv(" + path + ", sample_size = " + rows + ", header = true" + mode + ")";
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            checkSkipped(found.getLong("SkipRows"), found.getString("Delimiter"));
            StringBuilder options = new StringBuilder(mode);
            options.append(", delim = ").append(text(found.getString("Delimiter")));
            option(options, "quote", found.getString("Quote"));
            option(options, "escape", found.getString("Escape"));
            option(options, "comment", found.getString("Comment"));
            option(options, "dateformat", found.getString("DateFormat"));
            option(options, "timestampformat", found.getString("TimestampFormat"));
            options.append(", skip = ").append(found.getLong("SkipRows"));
            return new Inferred(options.toString(), strings(found.getArray("names")), strings(found.getArray("types")));
        }
    }

    private interface ResultCheck {
        boolean test(ResultSet rows) throws SQLException;
    }

    private boolean query(String sql, ResultCheck check) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return check.test(rows);
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Stream.of((Object[]) array.getArray()).map(String.class::cast).toList();
    }

    private static void option(StringBuilder options, String name, @Nullable String value) {
        if (value != null && !value.equals("(empty)")) {
            options.append(", ").append(name).append(" = ").append(text(value));
        }
    }

    /** DuckDB skips rows before the header, such as a title. Those must not be rows of data that do not match the others. */
    private void checkSkipped(long rows, String delimiter) throws IOException {
        if (rows == 0 || isCompressed()) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (long row = 0; row < rows; row++) {
                String line = reader.readLine();
                if (line != null && line.contains(delimiter)) {
                    throw new IllegalArgumentException("rows of different lengths");
                }
            }
        }
    }

    private boolean isCompressed() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
