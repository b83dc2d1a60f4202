package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnName;
import io.leadgen.runtime.csv.CsvColumn;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.csv.CsvReader;
import io.leadgen.runtime.csv.CsvReading;
import io.leadgen.runtime.csv.CsvType;
import io.leadgen.runtime.files.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV files with the same columns, as one table. Each has a dialect of its own. */
final class CsvFiles {
    /** Opening a file again in this process, for example with another unit, does not read it again. */
    private static final Map<Key, CsvReading> READ = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 64;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CsvReading> eldest) {
            return size() > MOST;
        }
    };

    private record Key(Path file, long size, FileTime changed, CsvOptions options) {
        static Key of(Path file, CsvOptions options) throws IOException {
            return new Key(file, Files.size(file), Files.getLastModifiedTime(file), options);
        }
    }

    private final Statement statement;
    private final CsvOptions options;
    private final @Nullable ColumnName unit;

    /** @param unit the column that identifies a person, which is read as written, or null */
    CsvFiles(Statement statement, CsvOptions options, @Nullable ColumnName unit) {
        this.statement = statement;
        this.options = options;
        this.unit = unit;
    }

    /**
     * Opens files.
     *
     * @param files at least one, real paths
     * @throws FileFault if one cannot be read as CSV, or they have different columns
     */
    DuckDbFiles.Source open(List<Path> files) throws IOException, SQLException, FileFault {
        List<CsvTable> tables = new ArrayList<>();
        for (Path file : files) {
            try {
                tables.add(table(file));
            } catch (FileFault e) {
                throw files.size() == 1 ? e : new FileFault(file.getFileName() + ": " + e.message(), e.hint(), e);
            }
        }
        List<CsvColumn> first = tables.get(0).reading().columns();
        Map<String, CsvType> types = types(tables, files);
        String relation = tables.stream()
                .map(table -> table.relation(table.reading().columns().stream()
                        .map(column -> column(column, types))
                        .toList()))
                .collect(Collectors.joining(" UNION ALL BY NAME ", "(", ")"));
        List<DuckDbColumn> columns = first.stream()
                .map(column -> column(column, types))
                .map(column -> new DuckDbColumn(column.name(), column.type().duckDb(), true, column.note(), null))
                .toList();
        return new DuckDbFiles.Source(
                "(SELECT * FROM " + relation + ")",
                columns,
                files.stream().map(Path::toString).toList(),
                tables.get(0).reading().describe());
    }

    private CsvTable table(Path file) throws IOException, SQLException, FileFault {
        Key key = Key.of(file, options);
        String path = DuckDbWarehouse.text(DuckDbFiles.escapePattern(file.toString()));
        synchronized (READ) {
            CsvReading known = READ.get(key);
            if (known != null) {
                return new CsvTable(path, known);
            }
        }
        CsvTable table = new CsvTable(path, CsvReader.read(file, options));
        table.check(statement);
        if (!key.equals(Key.of(file, options))) {
            throw new FileFault("it changed while it was read", "try again when it is complete");
        }
        synchronized (READ) {
            READ.put(key, table.reading());
        }
        return table;
    }

    /** The type that fits the columns of all files, by name in lower case. */
    private static Map<String, CsvType> types(List<CsvTable> tables, List<Path> files) throws FileFault {
        Map<String, CsvType> types = new LinkedHashMap<>();
        for (CsvColumn column : tables.get(0).reading().columns()) {
            types.put(folded(column), column.type());
        }
        for (int i = 1; i < tables.size(); i++) {
            List<CsvColumn> columns = tables.get(i).reading().columns();
            if (columns.size() != types.size()
                    || columns.stream().anyMatch(column -> !types.containsKey(folded(column)))) {
                throw new FileFault(
                        files.get(i).getFileName() + " has other columns than "
                                + files.get(0).getFileName(),
                        "put files with the same columns into the folder");
            }
            for (CsvColumn column : columns) {
                types.merge(folded(column), column.type(), CsvFiles::common);
            }
        }
        return types;
    }

    private static CsvType common(CsvType one, CsvType other) {
        boolean numbers = (one == CsvType.INTEGER && other == CsvType.NUMBER)
                || (one == CsvType.NUMBER && other == CsvType.INTEGER);
        return one == other ? one : numbers ? CsvType.NUMBER : CsvType.TEXT;
    }

    private static String folded(CsvColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private CsvColumn column(CsvColumn column, Map<String, CsvType> types) {
        CsvColumn common = column.as(types.getOrDefault(folded(column), column.type()), options.nulls() != null);
        return unit != null && unit.value().equals(folded(column)) ? common.asText() : common;
    }
}
