package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.sql.AggregateReader;
import io.leadgen.runtime.sql.BoundStatement;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryExecutor;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksEngine.StatementContext;
import io.leadgen.runtime.warehouse.databricks.DatabricksFailure.Kind;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A Databricks SQL warehouse, over the JDBC driver of Databricks and the Statement Execution API.
 *
 * <p>Guarantees: only SELECT statements of {@link SqlRenderer} and a fixed set of metadata statements are sent, with bound values
 * and quoted names. Each begins with a comment that contains its request id. Telemetry and log of the driver are off. Errors, and
 * their causes, contain no text of the driver or the server. One session and one login serve all statements; if they are lost,
 * they are created again and the statement is sent once more. Metadata has the deadline and the cancellation of questions, and is
 * cached as configured.
 *
 * <p>Not guaranteed: a deadline for aggregates; add {@link BoundedWarehouse} for that. A statement whose POST got no response may
 * run until the timeout of the session.
 *
 * <p>Safe for use by several threads.
 */
public final class DatabricksWarehouse implements Warehouse {
    /** Concurrent metadata statements; they are small, and questions wait for them. */
    private static final int METADATA_CONCURRENCY = 4;

    private final SqlRenderer renderer = new SqlRenderer(new DatabricksDialect());
    private final DatabricksEngine engine;
    private final DatabricksCatalog catalog;
    private final StatementContext context;

    private DatabricksWarehouse(DatabricksEngine engine, DatabricksCatalog catalog, StatementContext context) {
        this.engine = engine;
        this.catalog = catalog;
        this.context = context;
    }

    /**
     * A warehouse; nothing is sent until the first call.
     *
     * @param limits for each aggregate, and for each metadata statement
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID if the configuration contradicts itself
     */
    public static DatabricksWarehouse of(Databricks config, AuthConfig auth, QueryLimits limits) {
        DatabricksEngine engine = new DatabricksEngine(new DatabricksConnector(config, auth, limits.deadline()));
        QueryLimits metadata = new QueryLimits(METADATA_CONCURRENCY, limits.longestWait(), limits.deadline());
        DatabricksCatalog catalog =
                new DatabricksCatalog(engine, config.metadataCache(), new QueryExecutor("leadgen-metadata", metadata));
        return new DatabricksWarehouse(
                engine, catalog, new StatementContext(UUID.randomUUID().toString(), new Cancellation()));
    }

    @Override
    public Warehouse onBehalfOf(String requestId, Cancellation cancellation) {
        return new DatabricksWarehouse(engine, catalog, new StatementContext(requestId, cancellation));
    }

    @Override
    public List<String> catalogs() {
        return catalog.catalogs(context);
    }

    @Override
    public List<String> schemas(String name) {
        return catalog.schemas(name, context);
    }

    @Override
    public List<TableName> tables(String catalogName, String schema) {
        return catalog.tables(catalogName, schema, context);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return catalog.describe(table, context);
    }

    @Override
    public void refresh() {
        catalog.evictAll();
    }

    @Override
    public String explain(AggregateQuery query) {
        return renderer.render(query).text();
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        return run(
                query.table(), renderer.render(query), rows -> new AggregateReader(query, rows).read(), cancellation);
    }

    @Override
    public Optional<UnitFacts> unitFacts(TableName table, ColumnName unit, Cancellation cancellation) {
        return Optional.of(run(table, renderer.unitFacts(table, unit), SqlRenderer::readUnitFacts, cancellation));
    }

    private <T> T run(
            TableName table, ParameterizedSql sql, BoundStatement.ResultReader<T> reader, Cancellation cancellation) {
        try {
            return engine.run(sql, reader, new StatementContext(context.requestId(), cancellation));
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_TABLE || failure.kind() == Kind.CHANGED_TABLE) {
                catalog.evict(table);
            }
            throw failure.toException();
        }
    }

    /** Cancels metadata statements and closes the session. */
    @Override
    public void close() {
        catalog.close();
        engine.close();
    }
}
