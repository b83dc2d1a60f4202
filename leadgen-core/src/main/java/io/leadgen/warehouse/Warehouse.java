package io.leadgen.warehouse;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import java.util.List;
import java.util.Optional;

/**
 * An engine that holds tables. Implementations are safe for use by several threads.
 *
 * <p>Every method throws {@link LeadgenException} with code WAREHOUSE_UNAVAILABLE when the engine fails, whatever the reason,
 * TIMEOUT past the deadline, CANCELLED after a cancellation; an engine that knows more may say BUSY, UNKNOWN_TABLE for a table that is
 * gone, or CONFIG_INVALID, but nothing that depends on rows. Messages are constant; the engine's own text, which can hold values of
 * rows, stays in the cause at most.
 */
public interface Warehouse extends AutoCloseable {

    /** All catalogs of the engine, sorted; scopes are applied by the caller. */
    List<String> catalogs();

    /** The schemas of a catalog, sorted; empty for an unknown catalog. */
    List<String> schemas(String catalog);

    /** The tables and views of a schema, sorted; empty for an unknown schema. */
    List<TableName> tables(String catalog, String schema);

    /** A table's columns in their order, or empty for an unknown table. Reads no row. */
    Optional<TableSchema> describe(TableName table);

    /** The statement that {@link #aggregate} would send, with markers for bind values. Sends nothing. */
    String explain(AggregateQuery query);

    /** Runs one aggregate in one statement; blocks until it ends. */
    Aggregate aggregate(AggregateQuery query, Cancellation cancellation);

    /**
     * How a table's rows share a column that identifies people, exactly. For the operator's own check of what they declare, never for an
     * answer: nothing that callers reach calls it. Empty if the warehouse cannot say, as by default.
     *
     * @param unit the column that identifies a person
     */
    default Optional<UnitFacts> unitFacts(TableName table, ColumnName unit, Cancellation cancellation) {
        return Optional.empty();
    }

    /**
     * Exact numbers about a column that identifies people.
     *
     * @param rows all rows of the table
     * @param identified rows with a value in the column
     * @param people different values
     */
    record UnitFacts(long rows, long identified, long people) {}

    /**
     * This warehouse on behalf of one question: metadata that is requested through the result ends with CANCELLED when the
     * cancellation says so, and an engine that keeps a history of its statements finds them there by the id. A warehouse whose
     * metadata costs nothing and that has no history returns itself. Only the warehouse itself is closed, never the result.
     *
     * @param requestId names the question; perhaps the caller's own text, so it is not to be sent as it is
     */
    default Warehouse onBehalfOf(String requestId, Cancellation cancellation) {
        return this;
    }

    /** Clears the cache of catalogs, schemas, tables and columns, if there is one. */
    default void refresh() {}

    @Override
    void close();
}
