package io.leadgen.testkit;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.sql.H2Dialect;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.runtime.warehouse.KnownTables;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A warehouse without an engine: tables in memory, read by {@link ReferenceEvaluator}. For tests that ask many questions of
 * small tables.
 *
 * <pre>{@code
 * MemoryWarehouse warehouse = MemoryWarehouse.of(
 *         TableData.of("main.leads.customers", Column.of("age", ColumnType.INT)).row(31).row(17));
 * }</pre>
 *
 * <p>Guarantees: it passes {@link WarehouseContractTest}, so answers are those of the real engines; a count over a hundred
 * different rows takes some microseconds, and equal rows are read once; safe for use by several threads. Not guaranteed: speed
 * on large tables; that a cancellation stops a scan which has begun.
 */
public final class MemoryWarehouse implements Warehouse {
    private static final SqlRenderer RENDERER = new SqlRenderer(new H2Dialect());

    private record Contents(Map<TableName, MemoryTable> tables, KnownTables known) {}

    private volatile Contents contents = new Contents(Map.of(), new KnownTables(List.of()));

    private MemoryWarehouse() {}

    /** A warehouse with these tables. */
    public static MemoryWarehouse of(TableData... tables) {
        MemoryWarehouse warehouse = new MemoryWarehouse();
        for (TableData table : tables) {
            warehouse.put(table);
        }
        return warehouse;
    }

    /** Puts a table in, in place of the one with the same name if there is one. Scans that have begun read the old one. */
    public synchronized void put(TableData table) {
        Map<TableName, MemoryTable> tables = new HashMap<>(contents.tables);
        tables.put(table.schema().name(), new MemoryTable(table));
        List<TableSchema> schemas =
                tables.values().stream().map(MemoryTable::schema).toList();
        contents = new Contents(Map.copyOf(tables), new KnownTables(schemas));
    }

    @Override
    public List<String> catalogs() {
        return contents.known.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return contents.known.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return contents.known.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return contents.known.describe(table);
    }

    /** What H2 would be sent. */
    @Override
    public String explain(AggregateQuery query) {
        return RENDERER.render(query).text();
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        cancellation.check();
        try {
            MemoryTable table = contents.tables.get(query.table());
            if (table == null) {
                throw new NoSuchElementException("no such table");
            }
            return query.cells().accept(new MemoryScan(query, table));
        } catch (RuntimeException e) {
            throw LeadgenException.causedBy(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse did not answer", e);
        }
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
