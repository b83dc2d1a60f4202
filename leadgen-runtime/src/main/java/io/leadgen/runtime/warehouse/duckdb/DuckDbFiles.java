package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.files.FileFault;
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
    private final EmbeddedTables tables;
    /** The name of the attached database, by .duckdb file. */
    private final Map<Path, String> attached;

    /**
     * An opened file.
     *
     * @param relation the FROM item
     * @param columns its columns in order
     * @param readable paths that queries read later
     * @param reading how it is read, if that had to be decided, or null
     */
    record Source(
            String relation,
            List<DuckDbColumn> columns,
            List<String> readable,
            @Nullable String reading) {}

    /**
     * @param statement for one table: the driver closes it when it fails
     * @param attached databases that are open, for all tables
     */
    DuckDbFiles(Statement statement, EmbeddedTables tables, Map<Path, String> attached) {
        this.statement = statement;
        this.tables = tables;
        this.attached = attached;
    }

    /**
     * Opens the file of a table.
     *
     * @throws LeadgenException CONFIG_INVALID, with table and path, if that is not possible; the cause is a {@link FileFault}
     */
    Source open(TableName table, Path path) {
        try {
            if (!Files.isReadable(path)) {
                throw new FileFault(
                        "it does not exist or is not readable",
                        "relative paths start at the folder of the configuration file");
            }
            Source source = open(table, path, path.toRealPath());
            if (source.columns().isEmpty()) {
                throw new FileFault("it has no columns", null);
            }
            for (int i = 0; i < source.columns().size(); i++) {
                source.columns().get(i).checkName(i + 1);
            }
            return source;
        } catch (FileFault e) {
            throw unreadable(table, path, e);
        } catch (IOException | SQLException e) {
            throw unreadable(
                    table,
                    path,
                    new FileFault("it is damaged, or another kind of file", "check that it is complete", e));
        }
    }

    static LeadgenException unreadable(TableName table, Path path, FileFault cause) {
        String message = "Table " + table + ": cannot read " + path + " as "
                + FileFormat.of(path).label() + ": " + cause.message();
        String hint = cause.hint();
        return hint == null
                ? LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, message, cause)
                : LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, message, hint, cause);
    }

    private Source open(TableName table, Path path, Path real) throws SQLException, IOException, FileFault {
        return switch (FileFormat.of(path)) {
            case PARQUET -> parquet(List.of(real), real);
            case DIRECTORY -> folder(table, real);
            case CSV -> csv(table, List.of(real));
            case DUCKDB -> database(table, real);
            case UNKNOWN ->
                throw new FileFault(
                        "its extension is not known",
                        "supported extensions: " + FileFormat.EXTENSIONS + ", .duckdb, .ddb, .db");
        };
    }

    private Source csv(TableName table, List<Path> files) throws SQLException, IOException, FileFault {
        Source source =
                new CsvFiles(statement, tables.options(table), tables.units().get(table)).open(files);
        return new Source(source.relation(), source.columns(), readable(source.readable()), source.reading());
    }

    private Source folder(TableName table, Path real) throws SQLException, IOException, FileFault {
        DataFolder folder = DataFolder.of(real);
        return folder.format() == FileFormat.CSV ? csv(table, folder.files()) : parquet(folder.files(), real);
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
        return new Source(relation, columns(relation, partitions), readable(paths), null);
    }

    /** DuckDB reads a path as a glob pattern; the result matches only this path. */
    static String escapePattern(String path) {
        return path.replace("[", "[[]").replace("*", "[*]").replace("?", "[?]");
    }

    /** DuckDB compares allowed paths with the pattern and with the file. */
    private static List<String> readable(List<String> paths) {
        return Stream.concat(paths.stream(), paths.stream().map(DuckDbFiles::escapePattern))
                .distinct()
                .toList();
    }

    private Source database(TableName table, Path real) throws SQLException, FileFault {
        String database = attached.get(real);
        if (database == null) {
            database = "file_" + attached.size();
            statement.execute("ATTACH " + DuckDbWarehouse.text(real.toString()) + " AS " + database + " (READ_ONLY)");
            attached.put(real, database);
        }
        List<String[]> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_schema, table_name FROM information_schema.tables"
                + " WHERE table_catalog = '" + database + "' ORDER BY ALL")) {
            while (rows.next()) {
                found.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        String[] chosen = choose(found, table);
        if (chosen == null) {
            throw new FileFault(
                    "it has no table " + table.schema() + "." + table.table()
                            + ", and neither a single table of that name nor a single table",
                    "name the table as it is in the file");
        }
        String relation = database + "." + DuckDbWarehouse.quote(chosen[0]) + "." + DuckDbWarehouse.quote(chosen[1]);
        return new Source(relation, catalogued(columns(relation, List.of()), database, chosen), List.of(), null);
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
