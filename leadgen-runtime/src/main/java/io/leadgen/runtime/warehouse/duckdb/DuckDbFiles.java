package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the files of an embedded warehouse, each as something that can stand in a FROM. */
final class DuckDbFiles {
    private static final int FIRST_ROWS = 20_480;
    private static final int ALL_ROWS = -1;

    private final Statement statement;
    /** The database name under which a .duckdb file is attached, by file. */
    private final Map<Path, String> attached = new HashMap<>();

    /**
     * An opened file.
     *
     * @param relation what stands in the FROM
     * @param columns its columns in their order
     * @param readable files that the engine must go on to read
     */
    record Source(String relation, List<DuckDbColumn> columns, List<String> readable) {}

    DuckDbFiles(Statement statement) {
        this.statement = statement;
    }

    Source open(TableName table, Path path) {
        if (!Files.isReadable(path)) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "Table " + table + ": there is no readable file " + path,
                    "a relative path starts at the directory of the configuration file");
        }
        try {
            Source source = open(table, path, path.toRealPath());
            if (source.columns().isEmpty()) {
                throw LeadgenException.of(ErrorCode.CONFIG_INVALID, "Table " + table + ": no columns in " + path);
            }
            return source;
        } catch (IOException | SQLException | IllegalArgumentException e) {
            throw unreadable(table, path, e);
        }
    }

    static LeadgenException unreadable(TableName table, Path path, Exception cause) {
        return LeadgenException.causedBy(
                ErrorCode.CONFIG_INVALID,
                "Table " + table + ": cannot read " + path + " as "
                        + FileFormat.of(path).label(),
                cause);
    }

    private Source open(TableName table, Path path, Path real) throws SQLException, IOException {
        return switch (FileFormat.of(path)) {
            case PARQUET -> parquet(List.of(real), real);
            case DIRECTORY -> directory(table, path, real);
            case CSV -> csv(real);
            case DUCKDB -> database(table, path, real);
            case UNKNOWN ->
                throw LeadgenException.of(
                        ErrorCode.CONFIG_INVALID,
                        "Table " + table + ": " + path + " is no Parquet, CSV or DuckDB file",
                        "files are known by their ending: .parquet, .csv, .tsv, .duckdb or .db");
        };
    }

    private Source directory(TableName table, Path path, Path real) throws SQLException, IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(real)) {
            files = found.filter(file -> FileFormat.of(file) == FileFormat.PARQUET && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID, "Table " + table + ": no file ends in .parquet below " + path);
        }
        return parquet(files, real);
    }

    private Source parquet(List<Path> files, Path root) throws SQLException {
        List<String> partitions = new ArrayList<>();
        for (Path part : root.relativize(files.get(0))) {
            int equals = part.toString().indexOf('=');
            if (equals > 0) {
                partitions.add(part.toString().substring(0, equals));
            }
        }
        List<String> paths = files.stream().map(Path::toString).toList();
        List<String> patterns = paths.stream().map(DuckDbFiles::literally).toList();
        List<String> quoted = patterns.stream().map(DuckDbWarehouse::text).toList();
        String relation = "read_parquet([" + String.join(", ", quoted) + "], hive_partitioning = "
                + !partitions.isEmpty() + (files.size() > 1 ? ", union_by_name = true)" : ")");
        return new Source(relation, columns(relation, partitions), readable(paths));
    }

    /** A path that is taken for a pattern of names, written so that it matches itself only. */
    private static String literally(String path) {
        return path.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
    }

    /** The sandbox looks at the pattern before it looks at the file. */
    private static List<String> readable(List<String> paths) {
        return Stream.concat(paths.stream(), paths.stream().map(DuckDbFiles::literally))
                .distinct()
                .toList();
    }

    /** How a CSV file is to be read is found in its beginning, if the rest turns out to be like it, else in the whole file. */
    private Source csv(Path real) throws SQLException, IOException {
        String path = DuckDbWarehouse.text(literally(real.toString()));
        String relation = likeItsBeginning(real, path);
        if (relation == null) {
            relation = csv(path, sniffedAsAWhole(real, path).all());
            readToItsEnd(relation);
        }
        List<DuckDbColumn> columns = columns(relation, List.of());
        if (columns.size() == 1 && !isPacked(real) && CsvRecords.of(real).haveSeveralFields()) {
            // Where rows differ in their number of fields, the engine falls back to lines with one field each.
            throw new IllegalArgumentException("rows of different lengths");
        }
        return new Source(relation, columns, readable(List.of(real.toString())));
    }

    private static String csv(String path, String options) {
        return "read_csv(" + path + ", auto_detect = false, header = true" + options + ")";
    }

    /**
     * The relation with the types of the file's first rows, or null if it is not certain that all rows say the same. The engine
     * would take a later 1.5 for a whole number without a word, so the texts themselves are looked at: in one pass, a fraction of
     * the time that it takes to try all types on the whole file. What the first rows rule out stays ruled out.
     */
    private @Nullable String likeItsBeginning(Path real, String path) throws IOException {
        try (Statement pass = statement.getConnection().createStatement()) {
            Sniffed beginning = sniffed(real, path, FIRST_ROWS, "");
            List<String> fits = new ArrayList<>();
            for (int i = 0; i < beginning.names().size(); i++) {
                Optional<String> fit = CsvTexts.allAre(
                        beginning.types().get(i),
                        DuckDbWarehouse.quote(beginning.names().get(i)));
                if (fit.isEmpty()) {
                    return null;
                }
                fits.add(fit.get());
            }
            String texts = csv(path, beginning.options() + beginning.columns(type -> "VARCHAR"));
            try (ResultSet all =
                    pass.executeQuery("SELECT coalesce(" + String.join(" AND ", fits) + ", true) FROM " + texts)) {
                return all.next() && all.getBoolean(1) ? csv(path, beginning.all()) : null;
            }
        } catch (SQLException e) {
            return null;
        }
    }

    /**
     * The engine looks for a way to read the file until one fits, one without quotes too; that way is not how it is read, so only
     * reading shows whether all quotes are closed.
     */
    private void readToItsEnd(String relation) throws SQLException {
        try (Statement pass = statement.getConnection().createStatement();
                ResultSet rows = pass.executeQuery("SELECT count(*) FROM " + relation)) {
            rows.next();
        }
    }

    /**
     * The engine's strict reader refuses line ends that are mixed; its lenient one would also take rows with too many fields,
     * and drop those. So the lenient one only gets what has nothing else wrong with it.
     */
    private Sniffed sniffedAsAWhole(Path real, String path) throws SQLException, IOException {
        try {
            return sniffed(real, path, ALL_ROWS, "");
        } catch (SQLException strict) {
            if (!CsvRecords.of(real).areSound()) {
                throw strict;
            }
            return sniffed(real, path, ALL_ROWS, ", strict_mode = false");
        }
    }

    /**
     * How the file is to be read. The types are found once: found anew by each question, they could differ. On a statement of its
     * own, since the driver closes one that has failed.
     */
    private Sniffed sniffed(Path real, String path, int rows, String mode) throws SQLException, IOException {
        StringBuilder options = new StringBuilder(mode);
        try (Statement sniffer = statement.getConnection().createStatement();
                ResultSet found = sniffer.executeQuery(
                        "SELECT Delimiter, Quote, Escape, Comment, SkipRows, DateFormat, TimestampFormat,"
                                + " list_transform(Columns, lambda c: c.name) AS names, list_transform(Columns, lambda c: c.type) AS types"
                                + " FROM sniff_csv(" + path + ", sample_size = " + rows + ", header = true" + mode
                                + ")")) {
            found.next();
            checkSkipped(real, found.getLong("SkipRows"), found.getString("Delimiter"));
            options.append(", delim = ").append(DuckDbWarehouse.text(found.getString("Delimiter")));
            option(options, "quote", found.getString("Quote"));
            option(options, "escape", found.getString("Escape"));
            option(options, "comment", found.getString("Comment"));
            option(options, "dateformat", found.getString("DateFormat"));
            option(options, "timestampformat", found.getString("TimestampFormat"));
            options.append(", skip = ").append(found.getLong("SkipRows"));
            return new Sniffed(options.toString(), texts(found.getArray("names")), texts(found.getArray("types")));
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add((String) text);
        }
        return texts;
    }

    /**
     * How a CSV file is to be read.
     *
     * @param options but for the columns
     */
    private record Sniffed(String options, List<String> names, List<String> types) {
        String all() {
            return options + columns(type -> type);
        }

        String columns(UnaryOperator<String> type) {
            List<String> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                columns.add(DuckDbWarehouse.text(names.get(i)) + ": " + DuckDbWarehouse.text(type.apply(types.get(i))));
            }
            return ", columns = {" + String.join(", ", columns) + "}";
        }
    }

    /**
     * The engine also skips rows in front of the header, a title for example. Rows of data that do not fit to the others must not
     * be taken for such.
     */
    private static void checkSkipped(Path real, long rows, String delimiter) throws IOException {
        if (rows == 0 || isPacked(real)) {
            return;
        }
        try (BufferedReader reader = Files.newBufferedReader(real, StandardCharsets.ISO_8859_1)) {
            for (long row = 0; row < rows; row++) {
                String line = reader.readLine();
                if (line != null && line.contains(delimiter)) {
                    throw new IllegalArgumentException("rows of different lengths");
                }
            }
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static void option(StringBuilder options, String name, @Nullable String value) {
        if (value != null && !value.equals("(empty)")) {
            options.append(", ").append(name).append(" = ").append(DuckDbWarehouse.text(value));
        }
    }

    private Source database(TableName table, Path path, Path real) throws SQLException {
        String database = attached.get(real);
        if (database == null) {
            database = "file_" + attached.size();
            statement.execute("ATTACH " + DuckDbWarehouse.text(real.toString()) + " AS " + database + " (READ_ONLY)");
            attached.put(real, database);
        }
        List<String[]> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_schema, table_name FROM information_schema.tables"
                + " WHERE table_catalog = '" + database + "' ORDER BY ALL")) {
            while (rows.next()) {
                tables.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        String[] chosen = choose(tables, table);
        if (chosen == null) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "Table " + table + ": " + path + " has no table " + table.schema() + "." + table.table()
                            + ", not one of that name, and not only one");
        }
        String relation = database + "." + DuckDbWarehouse.quote(chosen[0]) + "." + DuckDbWarehouse.quote(chosen[1]);
        return new Source(relation, catalogued(columns(relation, List.of()), database, chosen), List.of());
    }

    private static String @Nullable [] choose(List<String[]> tables, TableName wanted) {
        List<String[]> sameName = tables.stream()
                .filter(table -> table[1].toLowerCase(Locale.ROOT).equals(wanted.table()))
                .toList();
        for (String[] table : sameName) {
            if (table[0].toLowerCase(Locale.ROOT).equals(wanted.schema())) {
                return table;
            }
        }
        return sameName.size() == 1 ? sameName.get(0) : tables.size() == 1 ? tables.get(0) : null;
    }

    /** What only the file's catalog knows: DESCRIBE says of every column that it can be NULL. */
    private List<DuckDbColumn> catalogued(List<DuckDbColumn> columns, String database, String[] table)
            throws SQLException {
        Map<String, DuckDbColumn> known = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT column_name, is_nullable, comment FROM duckdb_columns()"
                + " WHERE database_name = '" + database + "' AND schema_name = " + DuckDbWarehouse.text(table[0])
                + " AND table_name = " + DuckDbWarehouse.text(table[1]))) {
            while (rows.next()) {
                String name = rows.getString(1);
                known.put(name, new DuckDbColumn(name, "", rows.getBoolean(2), rows.getString(3), null));
            }
        }
        List<DuckDbColumn> result = new ArrayList<>();
        for (DuckDbColumn column : columns) {
            DuckDbColumn entry = known.getOrDefault(column.source(), column);
            result.add(new DuckDbColumn(column.source(), column.type(), entry.nullable(), entry.comment(), null));
        }
        return result;
    }

    private List<DuckDbColumn> columns(String relation, List<String> partitions) throws SQLException {
        List<DuckDbColumn> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
            while (rows.next()) {
                String name = rows.getString("column_name");
                int partition = partitions.indexOf(name);
                columns.add(new DuckDbColumn(
                        name,
                        rows.getString("column_type"),
                        !"NO".equals(rows.getString("null")),
                        null,
                        partition < 0 ? null : partition));
            }
        }
        return columns;
    }
}
