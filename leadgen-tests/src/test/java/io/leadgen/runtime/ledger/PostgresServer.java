package io.leadgen.runtime.ledger;

import io.leadgen.runtime.config.LedgerUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL on this machine, with its own folder and port. If it is not closed, it stops with the process
 * that started it.
 */
final class PostgresServer implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** One on any port. */
    static PostgresServer start() {
        return start(EmbeddedPostgres.builder());
    }

    /** One that can be stopped and started again: its port and its folder are known. */
    static PostgresServer start(int port, Path folder) {
        return start(EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false));
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    LedgerUrl newDatabase() throws SQLException {
        String name = "ledger" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres").value());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    LedgerUrl url(String database) {
        return new LedgerUrl("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database
                + "?user=postgres&password=s3cret");
    }

    int port() {
        return postgres.getPort();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
