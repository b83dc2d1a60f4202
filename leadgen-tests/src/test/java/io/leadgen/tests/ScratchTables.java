package io.leadgen.tests;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables of a test in one scratch schema of a warehouse where the test may not make catalogs: each has a name there that is made
 * of its own. Asked under their own names, they are found there.
 */
final class ScratchTables implements Warehouse {
    private static final SqlDialect DIALECT = new DatabricksDialect();
    private static final String ENDING = "_leadgen";
    private static final int ROWS_AT_ONCE = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Warehouse warehouse;
    private final Map<TableName, TableName> there = new LinkedHashMap<>();

    /**
     * The tables, under their own names, of a warehouse that has them in a scratch schema.
     *
     * @param catalog of the scratch schema
     */
    ScratchTables(Warehouse warehouse, List<TableData> tables, String catalog, String schema) {
        this.warehouse = warehouse;
        tables.forEach(
                table -> there.put(table.schema().name(), scratch(table.schema().name(), catalog, schema)));
    }

    /** Letters, digits and underscores stay; of all else the number is left. */
    static TableName scratch(TableName name, String catalog, String schema) {
        String text = name.toString()
                .codePoints()
                .mapToObj(c ->
                        c < 128 && Character.isLetterOrDigit(c) ? Character.toString(c) : "_" + Integer.toHexString(c))
                .collect(Collectors.joining());
        return new TableName(catalog, schema, text + ENDING);
    }

    /** Makes the tables, in place of those that were left from another time. */
    static void create(Connection connection, List<TableData> tables, String catalog, String schema)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (TableData table : tables) {
                String name = quoted(scratch(table.schema().name(), catalog, schema));
                statement.execute(
                        "CREATE OR REPLACE TABLE " + name + " ("
                                + table.schema().columns().stream()
                                        .map(column ->
                                                DIALECT.quote(column.name().value()) + " " + type(column.type()))
                                        .collect(Collectors.joining(", "))
                                + ") TBLPROPERTIES ('delta.columnMapping.mode' = 'name', 'delta.feature.timestampNtz' = 'supported')");
                for (int from = 0; from < table.rows().size(); from += ROWS_AT_ONCE) {
                    int to = Math.min(from + ROWS_AT_ONCE, table.rows().size());
                    statement.execute(insert(name, table, from, to));
                }
            }
        }
    }

    /** Drops what {@link #create} made. */
    static void drop(Connection connection, List<TableData> tables, String catalog, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (TableData table : tables) {
                statement.execute(
                        "DROP TABLE IF EXISTS " + quoted(scratch(table.schema().name(), catalog, schema)));
            }
        }
    }

    static String insert(String name, TableData table, int from, int to) {
        List<Column> columns = table.schema().columns();
        List<String> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows().subList(from, to)) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                values.add("CAST(" + literal(row.get(i)) + " AS "
                        + type(columns.get(i).type()) + ")");
            }
            rows.add("(" + String.join(", ", values) + ")");
        }
        return "INSERT INTO " + name + " VALUES " + String.join(", ", rows);
    }

    /** As text wherever a number could lose digits; casts take all of these. */
    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof LocalDateTime time) {
            return "'" + TIME.format(time) + "'";
        } else if (value instanceof LocalDate || value instanceof Boolean) {
            return "'" + value + "'";
        } else if (value instanceof Number number) {
            return "'" + (number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString()) + "'";
        }
        return "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static String type(ColumnType type) {
        return type.kind() == ColumnType.Kind.OTHER ? "BINARY" : type.toString();
    }

    private static String quoted(TableName name) {
        return DIALECT.quote(name.catalog()) + "." + DIALECT.quote(name.schema()) + "." + DIALECT.quote(name.table());
    }

    @Override
    public List<String> catalogs() {
        return there.entrySet().stream()
                .filter(entry -> warehouse.catalogs().contains(entry.getValue().catalog()))
                .map(entry -> entry.getKey().catalog())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> schemas(String catalog) {
        return there.entrySet().stream()
                .filter(entry -> entry.getKey().catalog().equals(catalog.toLowerCase(Locale.ROOT)))
                .filter(entry -> warehouse
                        .schemas(entry.getValue().catalog())
                        .contains(entry.getValue().schema()))
                .map(entry -> entry.getKey().schema())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return there.entrySet().stream()
                .filter(entry -> entry.getKey().catalog().equals(catalog)
                        && entry.getKey().schema().equals(schema))
                .filter(entry -> warehouse
                        .tables(entry.getValue().catalog(), entry.getValue().schema())
                        .contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted((left, right) -> left.table().compareTo(right.table()))
                .toList();
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return Optional.ofNullable(there.get(table))
                .flatMap(warehouse::describe)
                .map(schema -> new TableSchema(table, schema.columns(), schema.comment()));
    }

    @Override
    public String explain(AggregateQuery query) {
        return warehouse.explain(translated(query));
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return warehouse.aggregate(translated(query), cancellation);
    }

    private AggregateQuery translated(AggregateQuery query) {
        return new AggregateQuery(
                there.getOrDefault(query.table(), query.table()),
                query.unit(),
                query.scanned(),
                query.filter(),
                query.cells(),
                query.measures());
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
