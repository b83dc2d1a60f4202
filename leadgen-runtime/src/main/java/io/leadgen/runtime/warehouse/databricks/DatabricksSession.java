package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.warehouse.QueryExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connection that all statements share. It is opened when first needed and replaced after it was {@link #discard discarded}.
 * Statements can run on it concurrently: a connection is a session and a login, and has no transaction.
 */
final class DatabricksSession implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final DatabricksConnector connector;
    /** Closing a session is a slow request; callers do not wait for it. */
    private final ThreadPoolExecutor closer;

    private @Nullable CompletableFuture<Connection> current;
    private boolean closed;

    DatabricksSession(DatabricksConnector connector) {
        this.connector = connector;
        this.closer = QueryExecutor.threads("leadgen-close", 1);
        closer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** The connection. Waits while another thread opens it, and fails if that fails. */
    Connection connection() throws DatabricksFailure {
        CompletableFuture<Connection> connection;
        boolean opens = false;
        synchronized (this) {
            if (closed) {
                throw LeadgenException.of(ErrorCode.CANCELLED, "The question was cancelled");
            }
            if (current == null || current.isCompletedExceptionally()) {
                current = new CompletableFuture<>();
                opens = true;
            }
            connection = current;
        }
        if (opens) {
            open(connection);
        }
        try {
            return connection.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LeadgenException known) {
                throw known;
            }
            throw DatabricksFailure.ofLogin(e.getCause() == null ? e : e.getCause());
        }
    }

    private void open(CompletableFuture<Connection> connection) {
        try {
            Connection opened = connector.connect();
            connection.complete(opened);
            if (isClosed()) {
                close(opened);
            }
        } catch (Throwable e) {
            connection.completeExceptionally(e);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** The next call opens a new connection, unless this one was already discarded. */
    synchronized void discard(Connection connection) {
        if (connection.equals(opened())) {
            current = null;
            closer.execute(() -> close(connection));
        }
    }

    private @Nullable Connection opened() {
        return current == null || !current.isDone() || current.isCompletedExceptionally() ? null : current.join();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            // The warehouse ends idle sessions.
            return;
        }
    }

    /** Closes the session, and waits up to 2 seconds for that. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            Connection connection = opened();
            if (connection != null) {
                closer.execute(() -> close(connection));
            }
        }
        closer.shutdown();
        try {
            boolean ended = closer.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            assert ended || closer.isShutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
