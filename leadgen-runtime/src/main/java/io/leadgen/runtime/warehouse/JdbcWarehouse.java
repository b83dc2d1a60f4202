package io.leadgen.runtime.warehouse;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Aggregate;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlRenderer;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends aggregates through JDBC. A subclass says how to connect and what tables there are.
 *
 * <p>Guarantees: only statements that {@link SqlRenderer} made are sent; a cancelled statement is told to stop again and again
 * until it has stopped, since drivers lose a cancellation that comes before the engine has begun; whatever a driver throws
 * becomes one constant message, with the driver's own error as the cause. Not guaranteed: a deadline, for which there is
 * {@link QueryGate}.
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
        try (Connection connection = connect(query.table().catalog());
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql.binds());
            return answer(query, statement, cancellation);
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

    private static void bind(PreparedStatement statement, List<Bind> binds) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            Bind bind = binds.get(i);
            switch (bind.type().kind()) {
                case BOOLEAN -> statement.setBoolean(i + 1, (Boolean) bind.value());
                case TINYINT, SMALLINT, INT -> statement.setInt(i + 1, Math.toIntExact((Long) bind.value()));
                case BIGINT -> statement.setLong(i + 1, (Long) bind.value());
                case DECIMAL -> statement.setBigDecimal(i + 1, (BigDecimal) bind.value());
                case FLOAT, DOUBLE -> statement.setDouble(i + 1, (Double) bind.value());
                case STRING -> statement.setString(i + 1, (String) bind.value());
                case DATE, TIMESTAMP, TIMESTAMP_NTZ -> statement.setObject(i + 1, bind.value());
                case OTHER -> throw new IllegalArgumentException("a bind of no type");
            }
        }
    }

    private static Aggregate answer(AggregateQuery query, PreparedStatement statement, Cancellation cancellation)
            throws SQLException {
        Cancellation.Registration watch = StatementCanceller.watch(statement, cancellation);
        try (ResultSet rows = statement.executeQuery()) {
            return new AggregateReader(query, rows).read();
        } finally {
            watch.close();
        }
    }
}
