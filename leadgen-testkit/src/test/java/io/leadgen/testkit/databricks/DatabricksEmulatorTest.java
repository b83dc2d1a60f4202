package io.leadgen.testkit.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.testkit.TableData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabricksEmulatorTest {
    private static final String COUNT =
            "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND (t0.`city` = ?))";

    private DatabricksEmulator emulator;

    @BeforeAll
    void start() {
        emulator = DatabricksEmulator.start(H2Backend.of(TableData.of(
                        "main.leads.customers", Column.of("age", ColumnType.INT), Column.of("city", ColumnType.STRING))
                .row(31, "it's")
                .row(17, "it's")
                .row(40, "NYC")));
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void answersTheRealDriver() throws SQLException {
        try (Connection connection = RealDriver.connect(emulator);
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, 18);
            statement.setString(2, "it's");
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong("m0")).isEqualTo(1);
                assertThat(rows.next()).isFalse();
            }
        }
        assertThat(emulator.journal().openSessions()).isZero();
        assertThat(emulator.journal().openStatements()).isZero();
        assertThat(emulator.journal().requests(Endpoint.EXECUTE))
                .last()
                .extracting(RequestJournal.Request::statement)
                .isEqualTo(COUNT + " [INT, STRING]");
    }

    @Test
    void cancelsAStatement() throws Exception {
        try (Connection connection = RealDriver.connect(emulator);
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, 18);
            statement.setString(2, "it's");
            emulator.faults().next(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofMinutes(1)));
            CompletableFuture<Void> cancel = CompletableFuture.runAsync(() -> {
                try {
                    while (emulator.journal().runningStatements() == 0
                            || emulator.journal().requests(Endpoint.POLL).isEmpty()) {
                        Thread.sleep(10);
                    }
                    statement.cancel();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(statement::executeQuery)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HY008"));
            cancel.join();
        }
        assertThat(emulator.journal().cancels()).hasSize(1);
        assertThat(emulator.journal().runningStatements()).isZero();
    }
}
