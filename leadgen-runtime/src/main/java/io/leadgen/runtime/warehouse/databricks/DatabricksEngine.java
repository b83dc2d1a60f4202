package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.warehouse.BoundStatement;
import io.leadgen.runtime.warehouse.ReadOnlyForm;
import io.leadgen.warehouse.Cancellation;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sends statements to Databricks. Only aggregates of {@link io.leadgen.runtime.sql.SqlRenderer} and metadata statements of {@link
 * DatabricksCatalogSql} get here.
 *
 * <p>A statement that fails because the session is gone, the token was revoked or the connection broke is sent once more in a new
 * session: it only reads, and whoever asked does not notice.
 */
final class DatabricksEngine implements AutoCloseable {
    private static final Logger LOG = System.getLogger("io.leadgen.warehouse");
    private static final Pattern RANDOM_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final DatabricksSession session;

    DatabricksEngine(DatabricksConnector connector) {
        this.session = new DatabricksSession(connector);
    }

    /**
     * For whom a statement is sent.
     *
     * @param requestId of the question
     */
    record Asker(String requestId, Cancellation cancellation) {

        /**
         * What stands in the warehouse's history: the id, if it is a random one as leadgen makes them; of any other text, which
         * may be anything that a caller has thought of, the name-based UUID.
         */
        String mark() {
            return RANDOM_ID.matcher(requestId).matches()
                    ? requestId
                    : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                            .toString();
        }
    }

    <T> T run(ParameterizedSql sql, BoundStatement.Reader<T> reader, Asker asker) throws DatabricksFailure {
        return run(sql.text(), sql.binds(), reader, asker);
    }

    <T> T run(DatabricksCatalogSql sql, BoundStatement.Reader<T> reader, Asker asker) throws DatabricksFailure {
        return run(sql.text(), sql.binds(), reader, asker);
    }

    private <T> T run(String text, List<Bind> binds, BoundStatement.Reader<T> reader, Asker asker)
            throws DatabricksFailure {
        ReadOnlyForm.check(text);
        // In front, where the lists of the warehouse's history, which cut statements off, show it.
        BoundStatement statement = new BoundStatement("/* leadgen " + asker.mark() + " */ " + text, binds);
        Connection connection = session.connection();
        try {
            return run(statement, connection, reader, asker);
        } catch (DatabricksFailure failure) {
            if (!failure.endsTheSession()) {
                throw failure;
            }
            session.discard(connection);
            return run(statement, session.connection(), reader, asker);
        }
    }

    private static <T> T run(
            BoundStatement statement, Connection connection, BoundStatement.Reader<T> reader, Asker asker)
            throws DatabricksFailure {
        asker.cancellation().check();
        try {
            return statement.run(connection, reader, asker.cancellation());
        } catch (LeadgenException e) {
            throw e;
        } catch (Exception e) {
            asker.cancellation().check();
            DatabricksFailure failure = DatabricksFailure.of(e);
            LOG.log(Level.DEBUG, () -> "statement " + asker.mark() + " failed: " + failure.getMessage());
            throw failure;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
