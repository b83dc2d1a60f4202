package io.leadgen.runtime.warehouse.databricks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.runtime.json.JsonTree;
import io.leadgen.runtime.warehouse.QueryExecutor;
import io.leadgen.runtime.warehouse.databricks.DatabricksEngine.StatementContext;
import io.leadgen.runtime.warehouse.databricks.DatabricksFailure.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metadata of Databricks, cached for a while. Missing tables are not cached, so new tables are found at once. */
final class DatabricksCatalog implements AutoCloseable {
    /** The catalog for tables outside Unity Catalog; it has no information_schema. */
    private static final String HIVE_METASTORE = "hive_metastore";
    /** Enough for any scope; bounds the memory if callers try random names. */
    private static final int MAX_ENTRIES = 1_000;

    private static final int MAX_CHARACTERS = 255;

    private final DatabricksEngine engine;
    private final QueryExecutor executor;
    private final Cache<List<String>, List<String>> lists;
    private final Cache<TableName, TableSchema> schemas;

    /**
     * @param age how long an entry is cached; zero for no cache
     * @param executor limits metadata statements
     */
    DatabricksCatalog(DatabricksEngine engine, Duration age, QueryExecutor executor) {
        this.engine = engine;
        this.executor = executor;
        this.lists = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(MAX_ENTRIES)
                .build();
        this.schemas = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(MAX_ENTRIES)
                .build();
    }

    List<String> catalogs(StatementContext context) {
        return list(List.of(), context);
    }

    List<String> schemas(String catalog, StatementContext context) {
        return isName(catalog) ? list(List.of(fold(catalog)), context) : List.of();
    }

    List<TableName> tables(String catalog, String schema, StatementContext context) {
        if (!isName(catalog) || !isName(schema)) {
            return List.of();
        }
        return list(List.of(fold(catalog), fold(schema)), context).stream()
                .map(table -> new TableName(catalog, schema, table))
                .toList();
    }

    Optional<TableSchema> describe(TableName table, StatementContext context) {
        boolean hive = table.catalog().equals(HIVE_METASTORE);
        return cached(schemas, table, context, inner -> hive ? described(table, inner) : declared(table, inner));
    }

    void evict(TableName table) {
        schemas.invalidate(table);
    }

    void evictAll() {
        lists.invalidateAll();
        schemas.invalidateAll();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_CHARACTERS
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private interface Loader<V> {
        Optional<V> load(StatementContext context) throws DatabricksFailure;
    }

    /** Concurrent callers may both ask the warehouse, so that neither depends on the other's cancellation. */
    private <K, V> Optional<V> cached(Cache<K, V> cache, K key, StatementContext context, Loader<V> loader) {
        context.cancellation().check();
        V known = cache.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<V> loaded = executor.execute(
                context.cancellation(), stop -> load(loader, new StatementContext(context.requestId(), stop)));
        loaded.ifPresent(value -> cache.put(key, value));
        return loaded;
    }

    private static <V> Optional<V> load(Loader<V> loader, StatementContext context) {
        try {
            return loader.load(context);
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_TABLE) {
                return Optional.empty();
            }
            throw failure.toException();
        }
    }

    private List<String> list(List<String> path, StatementContext context) {
        return cached(
                        lists,
                        path,
                        context,
                        inner -> Optional.of(engine.run(names(path), rows -> strings(rows, path), inner)))
                .orElse(List.of());
    }

    private static DatabricksCatalogSql names(List<String> path) {
        if (path.isEmpty()) {
            return DatabricksCatalogSql.catalogs();
        }
        String catalog = path.get(0);
        boolean hive = catalog.equals(HIVE_METASTORE);
        if (path.size() == 1) {
            return hive ? DatabricksCatalogSql.showSchemas(catalog) : DatabricksCatalogSql.schemas(catalog);
        }
        return hive
                ? DatabricksCatalogSql.showTables(catalog, path.get(1))
                : DatabricksCatalogSql.tables(catalog, path.get(1));
    }

    private static List<String> strings(ResultSet rows, List<String> path) throws SQLException {
        boolean shownTables = path.size() == 2 && path.get(0).equals(HIVE_METASTORE);
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

    private Optional<TableSchema> declared(TableName table, StatementContext context) throws DatabricksFailure {
        List<Column> columns = engine.run(DatabricksCatalogSql.columns(table), DatabricksCatalog::columns, context);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        TableDetails declared = engine.run(DatabricksCatalogSql.table(table), DatabricksCatalog::declared, context);
        TableSchema schema = new TableSchema(table, columns, declared.comment());
        boolean mayHavePartitions = schema.partitionColumns().isEmpty() && "DELTA".equalsIgnoreCase(declared.format());
        return Optional.of(mayHavePartitions ? withDetail(schema, context) : schema);
    }

    /** The comment of a table and the format of its files. */
    private record TableDetails(
            @Nullable String comment, @Nullable String format) {}

    private static TableDetails declared(ResultSet rows) throws SQLException {
        return rows.next()
                ? new TableDetails(DescribedTable.comment(rows.getString(1)), rows.getString(2))
                : new TableDetails(null, null);
    }

    private static List<Column> columns(ResultSet rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        while (rows.next()) {
            String index = rows.getString(5);
            columns.add(new Column(
                    new ColumnName(rows.getString(1)),
                    DatabricksType.of(rows.getString(2)),
                    !"NO".equalsIgnoreCase(rows.getString(3)),
                    DescribedTable.comment(rows.getString(6)),
                    // Databricks counts from 1.
                    index == null ? null : Integer.parseInt(index) - 1));
        }
        return columns;
    }

    /** Adds the partition columns of a Delta table; without permission to read them there are none. */
    private TableSchema withDetail(TableSchema schema, StatementContext context) throws DatabricksFailure {
        try {
            List<String> partitions = engine.run(
                    DatabricksCatalogSql.detail(schema.name()),
                    rows -> rows.next() ? strings(rows.getString("partitionColumns")) : List.of(),
                    context);
            return DescribedTable.partitioned(
                    schema, partitions.stream().map(ColumnName::new).toList());
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.OTHER || failure.kind() == Kind.NO_PERMISSION) {
                return schema;
            }
            throw failure;
        }
    }

    private static List<String> strings(@Nullable String jsonArray) {
        List<String> strings = new ArrayList<>();
        JsonTree.find("{\"items\":" + jsonArray + "}")
                .map(tree -> tree.get("items") instanceof List<?> items ? items : List.of())
                .ifPresent(items -> items.forEach(item -> strings.add(String.valueOf(item))));
        return strings;
    }

    private Optional<TableSchema> described(TableName table, StatementContext context) throws DatabricksFailure {
        TableSchema schema =
                engine.run(DatabricksCatalogSql.describe(table), rows -> new DescribedTable(rows).read(table), context);
        return schema.columns().isEmpty() ? Optional.empty() : Optional.of(schema);
    }

    @Override
    public void close() {
        executor.close();
    }
}
