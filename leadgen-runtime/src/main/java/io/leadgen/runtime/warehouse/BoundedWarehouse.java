package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * Limits the concurrency and the run time of aggregates on a warehouse. Waiting questions are served in order of arrival.
 *
 * <p>Guarantees: BUSY after the time in the queue, TIMEOUT after the deadline, CANCELLED after a cancellation or an interrupt. In
 * each case the caller returns at once, however slowly the engine stops, and the statement is cancelled. A statement that is
 * still running keeps its permit, so the engine never exceeds the limit. Timeouts of drivers are not used. Not guaranteed: a
 * timeout for metadata, which is not limited here; a warehouse that reads metadata over a network must limit it itself.
 *
 * <p>Safe for use by several threads.
 */
public final class BoundedWarehouse implements Warehouse {
    private final Warehouse warehouse;
    private final QueryExecutor executor;

    /** A warehouse with limits. Closing it closes the other one. */
    public BoundedWarehouse(Warehouse warehouse, QueryLimits limits) {
        this(requireNonNull(warehouse, "warehouse"), new QueryExecutor("leadgen-query", limits));
    }

    private BoundedWarehouse(Warehouse warehouse, QueryExecutor executor) {
        this.warehouse = warehouse;
        this.executor = executor;
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return executor.execute(cancellation, statement -> warehouse.aggregate(query, statement));
    }

    @Override
    public Optional<UnitFacts> unitFacts(TableName table, ColumnName unit, Cancellation cancellation) {
        return executor.execute(cancellation, statement -> warehouse.unitFacts(table, unit, statement));
    }

    int waiting() {
        return executor.waiting();
    }

    @Override
    public List<String> catalogs() {
        return warehouse.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return warehouse.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return warehouse.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return warehouse.describe(table);
    }

    @Override
    public String explain(AggregateQuery query) {
        return warehouse.explain(query);
    }

    /** Shares the limits of this warehouse. */
    @Override
    public Warehouse onBehalfOf(String requestId, Cancellation cancellation) {
        return new BoundedWarehouse(warehouse.onBehalfOf(requestId, cancellation), executor);
    }

    @Override
    public void refresh() {
        warehouse.refresh();
    }

    /** Cancels all questions, waits up to 5 seconds for them, and closes the warehouse. */
    @Override
    public void close() {
        executor.close();
        warehouse.close();
    }
}
