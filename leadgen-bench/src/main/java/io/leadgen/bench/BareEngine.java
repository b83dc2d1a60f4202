package io.leadgen.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A driver alone, on one open connection. */
abstract class BareEngine implements Durations.Timed, AutoCloseable {
    final Connection connection;

    BareEngine(Connection connection) {
        this.connection = connection;
    }

    /** How many rows meet {@link LeadgenCount#CONDITION}. */
    abstract long count() throws SQLException;

    @Override
    public final long nanos() throws SQLException {
        long started = System.nanoTime();
        long count = count();
        long took = System.nanoTime() - started;
        if (count == 0) {
            throw new IllegalStateException("no row meets the condition");
        }
        return took;
    }

    @Override
    public final void close() throws SQLException {
        connection.close();
    }
}
