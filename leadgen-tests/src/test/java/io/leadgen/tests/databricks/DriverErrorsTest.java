package io.leadgen.tests.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.fixture.TableData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong, as the real driver tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriverErrorsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private DatabricksEmulator emulator;
    private Connection connection;

    @BeforeAll
    void start() throws SQLException {
        emulator = DatabricksEmulator.start(H2Backend.of(
                TableData.of("main.lab.t", Column.of("n", ColumnType.INT)).row(0)));
        connection = RealDriver.connect(emulator);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        emulator.close();
    }

    @AfterEach
    void mend() {
        emulator.faults().clear();
    }

    private void ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeQuery().close();
        }
    }

    private SQLException refused(String sql) {
        return catchThrowableOfType(SQLException.class, () -> ask(sql));
    }

    private static List<String> chain(Throwable thrown) {
        List<String> names = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            names.add(cause.getClass().getSimpleName());
        }
        return names;
    }

    @Test
    void tellsAnErrorsClassAndState() {
        assertFailure("SELECT 1 FROM main.lab.nowhere AS t0", "TABLE_OR_VIEW_NOT_FOUND", "42P01");
        assertFailure("SELECT t0.x FROM main.lab.t AS t0", "UNRESOLVED_COLUMN", "42703");
        assertFailure("SELEC 1", "PARSE_SYNTAX_ERROR", "42601");
        assertFailure("SELECT (1", "PARSE_SYNTAX_ERROR", "42601");
        assertFailure("SELECT 1 / t0.n FROM main.lab.t AS t0", "DIVIDE_BY_ZERO", "22012");
        assertFailure("SELECT CAST('x' AS INT)", "CAST_INVALID_INPUT", "22018");
        assertFailure("DELETE FROM main.lab.t", "INSUFFICIENT_PERMISSIONS", "42501");
        assertFailure("SELECT ?", "UNBOUND_SQL_PARAMETER", "42P02");
        assertFailure("DESCRIBE DETAIL main.lab.nowhere", "TABLE_OR_VIEW_NOT_FOUND", "42P01");
    }

    private void assertFailure(String sql, String errorClass, String state) {
        SQLException e = refused(sql);
        assertThat(e.getSQLState()).as(sql).isEqualTo(state);
        assertThat(e.getMessage()).contains("[" + errorClass, "SQLSTATE: " + state);
    }

    /** The engine's text has the statement in it, as the service's has. */
    @Test
    void quotesWhatItDoesNotUnderstand() {
        assertThat(refused("SELECT 'secret' FROM WHERE").getMessage()).contains("== SQL ==", "'secret'");
    }

    @Test
    void leavesTheStateOutIfPlanned() {
        emulator.faults()
                .next(
                        Endpoint.EXECUTE,
                        Fault.failedStatement(
                                SqlFailure.insufficientPermissions().withoutField()));
        SQLException e = refused("SELECT 1");
        assertThat(e.getMessage()).contains("[INSUFFICIENT_PERMISSIONS]", "SQLSTATE: 42501");
        assertThat(e.getSQLState()).isNotEqualTo("42501");
    }

    @Test
    void refusesAWrongSecret() {
        SQLException e = catchThrowableOfType(
                SQLException.class,
                () -> RealDriver.connect(emulator, RealDriver.oauth(emulator.clientId(), "guessed")));
        assertThat(e.getSQLState()).isEqualTo("CONNECTION_ERROR");
        assertThat(Throwables.getStackTrace(e)).contains("invalid_client");
    }

    @Test
    void refusesAWrongToken() {
        SQLException e = catchThrowableOfType(
                SQLException.class, () -> RealDriver.connect(emulator, RealDriver.token("dapiguessed")));
        assertThat(chain(e)).contains("Unauthenticated");
    }

    @Test
    void forbidsAWarehouse() {
        emulator.faults().next(Endpoint.OPEN_SESSION, Fault.forbidden());
        SQLException e = catchThrowableOfType(SQLException.class, () -> RealDriver.connect(emulator));
        assertThat(chain(e)).contains("PermissionDenied");
    }

    @Test
    void letsTheDriverTryAgain() throws SQLException {
        emulator.faults().next(Endpoint.EXECUTE, Fault.unavailable(SECOND));
        ask("SELECT 1");
        emulator.faults().next(Endpoint.EXECUTE, Fault.tooManyRequests(SECOND));
        ask("SELECT 1");
        emulator.faults().next(Endpoint.POLL, Fault.latency(Duration.ofMillis(1)), Fault.none());
        ask("SELECT 1");
    }

    @Test
    void failsAtLastWhenAllIsRefused() {
        emulator.faults().always(Endpoint.EXECUTE, Fault.tooManyRequests(SECOND));
        SQLException e = refused("SELECT 1");
        assertThat(e.getSQLState()).isEqualTo("EXECUTE_STATEMENT_FAILED");
        assertThat(chain(e)).contains("RequestLimitExceeded");
    }

    @Test
    void failsOnAnInternalError() {
        int before = emulator.journal().requests(Endpoint.EXECUTE).size();
        emulator.faults().next(Endpoint.EXECUTE, Fault.internalError());
        assertThat(chain(refused("SELECT 1"))).contains("InternalError");
        assertThat(emulator.journal().requests(Endpoint.EXECUTE)).hasSize(before + 1);
    }

    @Test
    void failsOnABrokenConnection() throws SQLException {
        for (Fault fault : List.of(Fault.reset(), Fault.truncated(), Fault.stall(Duration.ofMillis(100)))) {
            emulator.faults().always(Endpoint.POLL, fault);
            assertThat(refused("SELECT 1").getSQLState()).as(fault.toString()).isEqualTo("EXECUTE_STATEMENT_FAILED");
            emulator.faults().clear();
            ask("SELECT 1");
        }
    }

    @Test
    void drawsTheSameFaultsAgain() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8)).contains(Fault.internalError(), Fault.none());
    }

    private static List<Fault> drawn(long seed) {
        FaultPlan plan = new FaultPlan();
        plan.randomly(Set.of(Endpoint.POLL), seed, 0.5, List.of(Fault.internalError(), Fault.reset()));
        List<Fault> drawn = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            drawn.add(plan.take(Endpoint.POLL));
        }
        assertThat(plan.take(Endpoint.EXECUTE)).isEqualTo(Fault.none());
        return drawn;
    }
}
