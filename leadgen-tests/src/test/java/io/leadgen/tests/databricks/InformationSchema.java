package io.leadgen.tests.databricks;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables in which Unity Catalog describes others, for an {@link SqlBackend} to hold beside them: {@code schemata},
 * {@code tables} and {@code columns} in the schema {@code information_schema} of each catalog, and {@code catalogs} in that of
 * the catalog {@code system}. They have the columns that leadgen asks for, and some that people do.
 */
public final class InformationSchema {
    /** The catalog of tables that Unity Catalog does not know, which has no such schema. */
    public static final String LEGACY_CATALOG = "hive_metastore";

    private static final String SCHEMA = "information_schema";
    private static final String SYSTEM = "system";

    private InformationSchema() {}

    /** The tables that describe these. */
    public static List<TableData> of(List<TableSchema> tables) {
        Map<String, List<TableSchema>> byCatalog = new TreeMap<>();
        for (TableSchema table : tables) {
            if (!table.name().catalog().equals(LEGACY_CATALOG)) {
                byCatalog
                        .computeIfAbsent(table.name().catalog(), any -> new ArrayList<>())
                        .add(table);
            }
        }
        byCatalog.computeIfAbsent(SYSTEM, any -> new ArrayList<>());
        List<TableData> described = new ArrayList<>();
        described.add(catalogs(byCatalog.keySet()));
        byCatalog.forEach((catalog, its) -> {
            described.add(schemata(catalog, its));
            described.add(tables(catalog, its));
            described.add(columns(catalog, its));
        });
        return described;
    }

    private static TableData catalogs(Iterable<String> names) {
        Table table = new Table(SYSTEM, "catalogs", "catalog_name", "catalog_owner", "comment");
        names.forEach(name -> table.row(name, "owner", null));
        return table.data();
    }

    private static TableData schemata(String catalog, List<TableSchema> tables) {
        Table table = new Table(catalog, "schemata", "catalog_name", "schema_name", "schema_owner", "comment");
        TreeSet<String> names = new TreeSet<>(List.of(SCHEMA));
        tables.forEach(described -> names.add(described.name().schema()));
        names.forEach(name -> table.row(catalog, name, "owner", null));
        return table.data();
    }

    private static TableData tables(String catalog, List<TableSchema> tables) {
        Table table = new Table(
                catalog,
                "tables",
                "table_catalog",
                "table_schema",
                "table_name",
                "table_type",
                "table_owner",
                "comment",
                "data_source_format");
        for (TableSchema described : tables) {
            TableName name = described.name();
            table.row(catalog, name.schema(), name.table(), "MANAGED", "owner", described.comment(), "DELTA");
        }
        return table.data();
    }

    private static TableData columns(String catalog, List<TableSchema> tables) {
        Table table = new Table(
                catalog,
                "columns",
                "table_catalog",
                "table_schema",
                "table_name",
                "column_name",
                "#ordinal_position",
                "is_nullable",
                "full_data_type",
                "data_type",
                "#partition_index",
                "comment");
        for (TableSchema described : tables) {
            TableName name = described.name();
            int position = 0;
            for (Column column : described.columns()) {
                position++;
                String type = type(column.type());
                table.row(
                        catalog,
                        name.schema(),
                        name.table(),
                        column.name().value(),
                        position,
                        column.nullable() ? "YES" : "NO",
                        type,
                        type.replaceFirst("[(<].*", "").toUpperCase(Locale.ROOT),
                        column.partitionIndex() == null ? null : column.partitionIndex() + 1,
                        column.comment());
            }
        }
        return table.data();
    }

    /** A type as the catalog has it; for one that leadgen does not know, an example of those. */
    static String type(ColumnType type) {
        return type.kind() == ColumnType.Kind.OTHER ? "binary" : type.toString();
    }

    /** A table that is being filled. */
    private static final class Table {
        private final TableSchema schema;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        /** @param columns their names; those of integers with {@code #} in front */
        Table(String catalog, String name, String... columns) {
            Map<String, Column> unique = new LinkedHashMap<>();
            for (String column : columns) {
                boolean integer = column.startsWith("#");
                String plain = integer ? column.substring(1) : column;
                unique.put(
                        plain,
                        new Column(
                                new ColumnName(plain), integer ? ColumnType.INT : ColumnType.STRING, true, null, null));
            }
            schema = new TableSchema(new TableName(catalog, SCHEMA, name), List.copyOf(unique.values()), null);
        }

        void row(@Nullable Object... values) {
            rows.add(Arrays.asList(values));
        }

        TableData data() {
            return new TableData(schema, rows);
        }
    }
}
