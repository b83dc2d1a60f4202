package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the files of an embedded warehouse, each as a FROM item. */
final class DuckDbFiles {
    private final Statement statement;
    /** The name of the attached database, by .duckdb file. */
    private final Map<Path, String> attached = new HashMap<>();

    /**
     * An opened file.
     *
     * @param relation the FROM item
     * @param columns its columns in order
     * @param readable paths that queries read later
     */
    record Source(String relation, List<DuckDbColumn> columns, List<String> readable) {}

    DuckDbFiles(Statement statement) {
        this.statement = statement;
    }

    Source open(TableName table, Path path) {
        if (!Files.isReadable(path)) {
            throw LeadgenException.of(
                    ErrorCode.CONFIG_INVALID,
                    "Table " + table + ": cannot find or read the file " + path,
                    "relative paths start at the folder of the configuration file");
        }
        try {
            Source source = open(table, path, path.toRealPath());
            if (source.columns().isEmpty()) {
                throw LeadgenException.of(ErrorCode.CONFIG_INVALID, "Table " + table + ": " + path + " has no columns");
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
                        "Table " + table + ": " + path + " is not a Parquet, CSV or DuckDB file",
                        "supported extensions: .parquet, .csv, .tsv, .duckdb, .db");
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
                    ErrorCode.CONFIG_INVALID, "Table " + table + ": " + path + " contains no .parquet file");
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
        List<String> patterns = paths.stream().map(DuckDbFiles::escapePattern).toList();
        List<String> quoted = patterns.stream().map(DuckDbWarehouse::text).toList();
        String relation = "read_parquet([" + String.join(", ", quoted) + "], hive_partitioning = "
                + !partitions.isEmpty() + (files.size() > 1 ? ", union_by_name = true)" : ")");
        return new Source(relation, columns(relation, partitions), readable(paths));
    }

    /** DuckDB reads a path as a glob pattern; the result matches only this path. */
    private static String escapePattern(String path) {
        return path.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
    }

    /** DuckDB compares allowed paths with the pattern and with the file. */
    private static List<String> readable(List<String> paths) {
        return Stream.concat(paths.stream(), paths.stream().map(DuckDbFiles::escapePattern))
                .distinct()
                .toList();
    }

    private Source csv(Path real) throws SQLException, IOException {
        CsvFile file =
                new CsvFile(statement.getConnection(), real, DuckDbWarehouse.text(escapePattern(real.toString())));
        String relation = file.relation();
        List<DuckDbColumn> columns = columns(relation, List.of());
        if (file.isReadAsLines(columns.size())) {
            throw new IllegalArgumentException("rows of different lengths");
        }
        return new Source(relation, columns, readable(List.of(real.toString())));
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
                            + ", and neither a single table of that name nor a single table");
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

    /** Adds nullability and comments from the catalog: DESCRIBE reports every column as nullable. */
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
        return columns.stream()
                .map(column -> {
                    DuckDbColumn entry = known.getOrDefault(column.source(), column);
                    return new DuckDbColumn(column.source(), column.type(), entry.nullable(), entry.comment(), null);
                })
                .toList();
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
