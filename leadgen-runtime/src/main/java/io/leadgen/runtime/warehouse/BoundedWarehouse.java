package io.leadgen.runtime.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.privacy.Aggregate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;

/**
 * A gate in front of a warehouse: a number of aggregates at a time, in the order in which they came, each with a deadline.
 *
 * <p>Guarantees: BUSY when the turn does not come in time, TIMEOUT at the deadline, CANCELLED when the caller's cancellation
 * or an interrupt says so; in each case the caller is free at once, however slow the engine is to stop, and the statement is
 * cancelled. A statement that has not stopped yet keeps its turn, so that the engine never has more to do than the limit
 * says. No trust in a driver's time-outs. Not guaranteed: a deadline for metadata, which passes ungated; a warehouse that is
 * asked for it over a network has a gate of its own for that.
 */
public final class BoundedWarehouse implements Warehouse {
    private final Warehouse warehouse;
    private final QueryExecutor gate;

    public BoundedWarehouse(Warehouse warehouse, QueryLimits limits) {
        this(requireNonNull(warehouse, "warehouse"), new QueryExecutor("leadgen-query", limits));
    }

    private BoundedWarehouse(Warehouse warehouse, QueryExecutor gate) {
        this.warehouse = warehouse;
        this.gate = gate;
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return gate.pass(cancellation, statement -> warehouse.aggregate(query, statement));
    }

    /** How many questions wait for their turn. */
    int waiting() {
        return gate.waiting();
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

    /** Passes the same gate. */
    @Override
    public Warehouse onBehalfOf(String requestId, Cancellation cancellation) {
        return new BoundedWarehouse(warehouse.onBehalfOf(requestId, cancellation), gate);
    }

    @Override
    public void refresh() {
        warehouse.refresh();
    }

    /** Cancels what waits and what runs, waits a few seconds for that, and closes the warehouse. */
    @Override
    public void close() {
        gate.close();
        warehouse.close();
    }
}
