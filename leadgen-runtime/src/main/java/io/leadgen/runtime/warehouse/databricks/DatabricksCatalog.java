package io.leadgen.runtime.warehouse.databricks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.runtime.warehouse.QueryExecutor;
import io.leadgen.runtime.warehouse.databricks.DatabricksEngine.Asker;
import io.leadgen.runtime.warehouse.databricks.DatabricksFailure.Kind;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Databricks says of its tables, remembered for a while. What is not there is not remembered, so that it is seen as soon as
 * it is.
 */
final class DatabricksCatalog implements AutoCloseable {
    /** The catalog from before Unity Catalog, which has no information_schema. */
    private static final String OLD_CATALOG = "hive_metastore";
    /** Enough for any scope; callers who ask for names at random must not fill the memory. */
    private static final int MOST_ENTRIES = 1_000;

    private static final int MOST_CHARACTERS = 255;
    private static final JsonFactory JSON = new JsonFactory();

    private final DatabricksEngine engine;
    private final QueryExecutor gate;
    private final Cache<List<String>, List<String>> lists;
    private final Cache<TableName, TableSchema> schemas;

    /**
     * @param age how long an answer is remembered; zero for not at all
     * @param gate what asks the engine passes it
     */
    DatabricksCatalog(DatabricksEngine engine, Duration age, QueryExecutor gate) {
        this.engine = engine;
        this.gate = gate;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(MOST_ENTRIES)
                .build();
        this.schemas = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(MOST_ENTRIES)
                .build();
    }

    List<String> catalogs(Asker asker) {
        return list(List.of(), asker);
    }

    List<String> schemas(String catalog, Asker asker) {
        return isName(catalog) ? list(List.of(fold(catalog)), asker) : List.of();
    }

    List<TableName> tables(String catalog, String schema, Asker asker) {
        if (!isName(catalog) || !isName(schema)) {
            return List.of();
        }
        return list(List.of(fold(catalog), fold(schema)), asker).stream()
                .map(table -> new TableName(catalog, schema, table))
                .toList();
    }

    Optional<TableSchema> describe(TableName table, Asker asker) {
        return Optional.ofNullable(remembered(
                schemas, table, asker, () -> gate.pass(asker.cancellation(), stop -> load(table, with(asker, stop)))));
    }

    void forget(TableName table) {
        schemas.invalidate(table);
    }

    void forgetAll() {
        lists.invalidateAll();
        schemas.invalidateAll();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_CHARACTERS
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Asker with(Asker asker, io.leadgen.warehouse.Cancellation stop) {
        return new Asker(asker.requestId(), stop);
    }

    /** Two who ask at once may both ask the warehouse: neither then depends on whether the other waits to the end. */
    private static <K, V> @Nullable V remembered(Cache<K, V> cache, K key, Asker asker, Supplier<Optional<V>> load) {
        asker.cancellation().check();
        V known = cache.getIfPresent(key);
        if (known == null) {
            Optional<V> loaded = load.get();
            loaded.ifPresent(value -> cache.put(key, value));
            known = loaded.orElse(null);
        }
        return known;
    }

    private List<String> list(List<String> path, Asker asker) {
        List<String> names = remembered(
                lists, path, asker, () -> gate.pass(asker.cancellation(), stop -> load(path, with(asker, stop))));
        return names == null ? List.of() : names;
    }

    private Optional<List<String>> load(List<String> path, Asker asker) {
        try {
            return Optional.of(engine.run(names(path), rows -> strings(rows, path), asker));
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_TABLE) {
                return Optional.empty();
            }
            throw failure.told();
        }
    }

    private static DatabricksCatalogSql names(List<String> path) {
        if (path.isEmpty()) {
            return DatabricksCatalogSql.catalogs();
        }
        String catalog = path.get(0);
        boolean old = catalog.equals(OLD_CATALOG);
        if (path.size() == 1) {
            return old ? DatabricksCatalogSql.showSchemas(catalog) : DatabricksCatalogSql.schemas(catalog);
        }
        return old
                ? DatabricksCatalogSql.showTables(catalog, path.get(1))
                : DatabricksCatalogSql.tables(catalog, path.get(1));
    }

    private static List<String> strings(ResultSet rows, List<String> path) throws SQLException {
        boolean shownTables = path.size() == 2 && path.get(0).equals(OLD_CATALOG);
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(fold(shownTables ? rows.getString("tableName") : rows.getString(1)));
        }
        return names.stream()
                .filter(DatabricksCatalog::isName)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<TableSchema> load(TableName table, Asker asker) {
        try {
            return table.catalog().equals(OLD_CATALOG) ? described(table, asker) : declared(table, asker);
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_TABLE) {
                return Optional.empty();
            }
            throw failure.told();
        }
    }

    private Optional<TableSchema> declared(TableName table, Asker asker) throws DatabricksFailure {
        List<Column> columns = engine.run(DatabricksCatalogSql.columns(table), DatabricksCatalog::columns, asker);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        Declared declared = engine.run(DatabricksCatalogSql.table(table), DatabricksCatalog::declared, asker);
        TableSchema schema = new TableSchema(table, columns, declared.comment());
        boolean silent = schema.partitionColumns().isEmpty() && "DELTA".equalsIgnoreCase(declared.format());
        return Optional.of(silent ? withDetail(schema, asker) : schema);
    }

    /** What is declared of a table as a whole. */
    private record Declared(
            @Nullable String comment, @Nullable String format) {}

    private static Declared declared(ResultSet rows) throws SQLException {
        return rows.next() ? new Declared(comment(rows.getString(1)), rows.getString(2)) : new Declared(null, null);
    }

    private static List<Column> columns(ResultSet rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        while (rows.next()) {
            String index = rows.getString(5);
            columns.add(new Column(
                    new ColumnName(rows.getString(1)),
                    DatabricksType.of(rows.getString(2)),
                    !"NO".equalsIgnoreCase(rows.getString(3)),
                    comment(rows.getString(6)),
                    // The catalog counts from 1.
                    index == null ? null : Integer.parseInt(index) - 1));
        }
        return columns;
    }

    private static @Nullable String comment(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** A Delta table knows its partitions itself; whoever may not ask it goes without. */
    private TableSchema withDetail(TableSchema schema, Asker asker) throws DatabricksFailure {
        try {
            List<String> partitions = engine.run(
                    DatabricksCatalogSql.detail(schema.name()),
                    rows -> rows.next() ? array(rows.getString("partitionColumns")) : List.of(),
                    asker);
            return new TableSchema(schema.name(), partitioned(schema.columns(), partitions), schema.comment());
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.OTHER || failure.kind() == Kind.NO_PERMISSION) {
                return schema;
            }
            throw failure;
        }
    }

    private static List<Column> partitioned(List<Column> columns, List<String> partitions) {
        List<ColumnName> names = partitions.stream().map(ColumnName::new).toList();
        return columns.stream()
                .map(column -> {
                    int index = names.indexOf(column.name());
                    return index < 0
                            ? column
                            : new Column(column.name(), column.type(), column.nullable(), column.comment(), index);
                })
                .toList();
    }

    /** The strings of a JSON array. */
    private static List<String> array(@Nullable String json) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json == null ? "[]" : json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    strings.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new SQLException("not an array", e);
        }
        return strings;
    }

    private Optional<TableSchema> described(TableName table, Asker asker) throws DatabricksFailure {
        TableSchema schema =
                engine.run(DatabricksCatalogSql.describe(table), rows -> new DescribedTable(rows).read(table), asker);
        return schema.columns().isEmpty() ? Optional.empty() : Optional.of(schema);
    }

    @Override
    public void close() {
        gate.close();
    }
}
