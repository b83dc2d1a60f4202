package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.BoundStatement;
import io.leadgen.runtime.sql.ParameterizedSql;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sends statements to Databricks: aggregates of {@link io.leadgen.runtime.sql.SqlRenderer} and metadata statements of
 * {@link DatabricksCatalogSql}.
 *
 * <p>If the session has ended, the token was revoked or the connection broke, the statement is sent again in a new session. It
 * only reads, so the caller does not notice.
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
     * The question that a statement belongs to.
     *
     * @param requestId of the question
     */
    record StatementContext(String requestId, Cancellation cancellation) {

        /**
         * The id for the warehouse's query history: the request id if it is a random UUID, else its name-based UUID, because a
         * caller can choose any text.
         */
        String historyId() {
            return RANDOM_ID.matcher(requestId).matches()
                    ? requestId
                    : UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                            .toString();
        }
    }

    <T> T run(ParameterizedSql sql, BoundStatement.ResultReader<T> reader, StatementContext context)
            throws DatabricksFailure {
        return run(sql.text(), sql.binds(), reader, context);
    }

    <T> T run(DatabricksCatalogSql sql, BoundStatement.ResultReader<T> reader, StatementContext context)
            throws DatabricksFailure {
        return run(sql.text(), sql.binds(), reader, context);
    }

    private <T> T run(String text, List<Bind> binds, BoundStatement.ResultReader<T> reader, StatementContext context)
            throws DatabricksFailure {
        ReadOnlyCheck.check(text);
        // At the beginning, because the query history truncates statements.
        BoundStatement statement = new BoundStatement("/* leadgen " + context.historyId() + " */ " + text, binds);
        Connection connection = session.connection();
        try {
            return run(statement, connection, reader, context);
        } catch (DatabricksFailure failure) {
            if (!failure.endsTheSession()) {
                throw failure;
            }
            session.discard(connection);
            return run(statement, session.connection(), reader, context);
        }
    }

    private static <T> T run(
            BoundStatement statement,
            Connection connection,
            BoundStatement.ResultReader<T> reader,
            StatementContext context)
            throws DatabricksFailure {
        context.cancellation().check();
        try {
            return statement.run(connection, reader, context.cancellation());
        } catch (LeadgenException e) {
            throw e;
        } catch (Exception e) {
            context.cancellation().check();
            DatabricksFailure failure = DatabricksFailure.of(e);
            LOG.log(Level.DEBUG, () -> "statement " + context.historyId() + " failed: " + failure.getMessage());
            throw failure;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
