package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.WarehouseConfig.Databricks;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.runtime.warehouse.AggregateReader;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryExecutor;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksEngine.Asker;
import io.leadgen.runtime.warehouse.databricks.DatabricksFailure.Kind;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A Databricks SQL warehouse, through Databricks' own JDBC driver and the Statement Execution API.
 *
 * <p>Guarantees: only SELECTs of {@link SqlRenderer} and a fixed set of metadata statements are sent, with values bound and names
 * quoted; each begins with a comment that names its question; the driver's telemetry and log are off; an error has none of the
 * driver's or the server's words in it, its causes included. One session and one log-in serve all statements; they are made when
 * first needed and anew when they are lost, and a statement that was lost with them is sent once more. Metadata has the deadline
 * and the cancellation of questions, and is remembered for as long as the configuration says.
 *
 * <p>Not guaranteed: a deadline for aggregates, for which there is {@link BoundedWarehouse}; that a statement whose POST was never
 * answered does not run, for which the session has a time-out.
 */
public final class DatabricksWarehouse implements Warehouse {
    /** Metadata statements at one time; they are small, and questions wait for them. */
    private static final int METADATA_CONCURRENCY = 4;

    private final SqlRenderer renderer = new SqlRenderer(SqlDialect.databricks());
    private final DatabricksEngine engine;
    private final DatabricksCatalog catalog;
    private final Asker asker;

    private DatabricksWarehouse(DatabricksEngine engine, DatabricksCatalog catalog, Asker asker) {
        this.engine = engine;
        this.catalog = catalog;
        this.asker = asker;
    }

    /**
     * A warehouse; nothing is sent before it is asked something.
     *
     * @param limits for one aggregate, and for one look at metadata
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID if the configuration contradicts itself
     */
    public static DatabricksWarehouse of(Databricks config, AuthConfig auth, QueryLimits limits) {
        DatabricksEngine engine = new DatabricksEngine(new DatabricksConnector(config, auth, limits.deadline()));
        QueryLimits metadata = new QueryLimits(METADATA_CONCURRENCY, limits.longestWait(), limits.deadline());
        DatabricksCatalog catalog =
                new DatabricksCatalog(engine, config.metadataCache(), new QueryExecutor("leadgen-metadata", metadata));
        return new DatabricksWarehouse(
                engine, catalog, new Asker(UUID.randomUUID().toString(), new Cancellation()));
    }

    @Override
    public Warehouse onBehalfOf(String requestId, Cancellation cancellation) {
        return new DatabricksWarehouse(engine, catalog, new Asker(requestId, cancellation));
    }

    @Override
    public List<String> catalogs() {
        return catalog.catalogs(asker);
    }

    @Override
    public List<String> schemas(String name) {
        return catalog.schemas(name, asker);
    }

    @Override
    public List<TableName> tables(String catalogName, String schema) {
        return catalog.tables(catalogName, schema, asker);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return catalog.describe(table, asker);
    }

    @Override
    public void refresh() {
        catalog.forgetAll();
    }

    @Override
    public String explain(AggregateQuery query) {
        return renderer.render(query).text();
    }

    @Override
    public Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        ParameterizedSql sql = renderer.render(query);
        try {
            return engine.run(
                    sql, rows -> new AggregateReader(query, rows).read(), new Asker(asker.requestId(), cancellation));
        } catch (DatabricksFailure failure) {
            if (failure.kind() == Kind.UNKNOWN_TABLE || failure.kind() == Kind.CHANGED_TABLE) {
                catalog.forget(query.table());
            }
            throw failure.told();
        }
    }

    /** Ends what runs, and the session. */
    @Override
    public void close() {
        catalog.close();
        engine.close();
    }
}
