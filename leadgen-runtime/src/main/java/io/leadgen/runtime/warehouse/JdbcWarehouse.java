package io.leadgen.runtime.warehouse;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends aggregates through JDBC. A subclass says how to connect and what tables there are.
 *
 * <p>Guarantees: only statements that {@link SqlRenderer} made are sent; a cancelled statement is told to stop again and again
 * until it has stopped, since drivers lose a cancellation that comes before the engine has begun; whatever a driver throws
 * becomes one constant message, with the driver's own error as the cause. Not guaranteed: a deadline, for which there is
 * {@link BoundedWarehouse}.
 */
public abstract class JdbcWarehouse implements Warehouse {
    private static final String UNAVAILABLE = "The warehouse did not answer";

    private final SqlRenderer renderer;
    private final AtomicInteger running = new AtomicInteger();

    protected JdbcWarehouse(SqlDialect dialect) {
        this.renderer = new SqlRenderer(dialect);
    }

    /** A connection for one statement on tables of this catalog; it is closed behind the statement. */
    protected abstract Connection connect(String catalog) throws SQLException;

    @Override
    public final String explain(AggregateQuery query) {
        return renderer.render(query).text();
    }

    @Override
    public final Aggregate aggregate(AggregateQuery query, Cancellation cancellation) {
        ParameterizedSql sql = renderer.render(query);
        cancellation.check();
        running.incrementAndGet();
        try (Connection connection = connect(query.table().catalog())) {
            return new BoundStatement(sql.text(), sql.binds())
                    .run(connection, rows -> new AggregateReader(query, rows).read(), cancellation);
        } catch (LeadgenException e) {
            throw e;
        } catch (Exception e) {
            cancellation.check();
            throw unavailable(e);
        } finally {
            running.decrementAndGet();
        }
    }

    /** How many aggregates the engine is working on now. */
    public final int running() {
        return running.get();
    }

    /** The one error for everything that an engine can say; its own words can hold values of rows. */
    protected static LeadgenException unavailable(Exception cause) {
        return LeadgenException.causedBy(ErrorCode.WAREHOUSE_UNAVAILABLE, UNAVAILABLE, cause);
    }
}
