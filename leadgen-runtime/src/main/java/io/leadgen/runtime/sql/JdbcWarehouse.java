package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A warehouse over JDBC. A subclass provides connections, a dialect and the tables.
 *
 * <p>Guarantees: only statements of {@link SqlRenderer} are sent. A cancelled statement is cancelled repeatedly until it has
 * stopped, because drivers lose a cancellation that arrives before the engine has started. Every error of a driver becomes one
 * constant message with the driver's error as its cause. Not guaranteed: a timeout; add {@link BoundedWarehouse} for that.
 *
 * <p>Safe for use by several threads if {@link #connect} is.
 */
public abstract class JdbcWarehouse implements Warehouse {
    private final SqlRenderer renderer;
    private final KnownTables tables;
    private final AtomicInteger running = new AtomicInteger();

    /** @param tables the tables; override the metadata methods to ask the engine instead */
    protected JdbcWarehouse(SqlDialect dialect, KnownTables tables) {
        this.renderer = new SqlRenderer(dialect);
        this.tables = tables;
    }

    /**
     * A connection for one statement on tables of this catalog; it is closed after the statement.
     *
     * @throws SQLException if there is none; callers get WAREHOUSE_UNAVAILABLE
     */
    protected abstract Connection connect(String catalog) throws SQLException;

    @Override
    public List<String> catalogs() {
        return tables.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return tables.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return tables.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return tables.describe(table);
    }

    @Override
    public final String explain(AggregateQuery query) {
        return renderer.render(query).text();
    }

    @Override
    public final Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return run(
                query.table(), renderer.render(query), rows -> new AggregateReader(query, rows).read(), cancellation);
    }

    @Override
    public final Optional<UnitFacts> unitFacts(TableName table, ColumnName unit, Cancellation cancellation) {
        return Optional.of(run(table, renderer.unitFacts(table, unit), SqlRenderer::readUnitFacts, cancellation));
    }

    private <T> T run(
            TableName table, ParameterizedSql sql, BoundStatement.ResultReader<T> reader, Cancellation cancellation) {
        cancellation.check();
        running.incrementAndGet();
        try (Connection connection = connect(table.catalog())) {
            return new BoundStatement(sql.text(), sql.binds()).run(connection, reader, cancellation);
        } catch (LeadgenException e) {
            throw e;
        } catch (Exception e) {
            cancellation.check();
            throw unavailable(e);
        } finally {
            running.decrementAndGet();
        }
    }

    /** The number of aggregates that the engine is executing. */
    public final int running() {
        return running.get();
    }

    /** The only error for all failures of an engine, whose own messages can contain values of rows. */
    protected static LeadgenException unavailable(Exception cause) {
        return LeadgenException.causedBy(ErrorCode.WAREHOUSE_UNAVAILABLE, "The warehouse did not answer", cause);
    }
}
