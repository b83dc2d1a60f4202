package io.leadgen.tests.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.fixture.TableData;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real driver, with the properties of production, against the emulator. */
class DatabricksEmulatorTest {
    private static final TableData CUSTOMERS = TableData.of(
                    "main.leads.customers", Column.of("age", ColumnType.INT), Column.of("city", ColumnType.STRING))
            .row(31, "it's")
            .row(17, "it's")
            .row(40, "NYC");

    private static final String COUNT =
            "SELECT COUNT(*) AS m0 FROM `main`.`leads`.`customers` AS t0 WHERE ((t0.`age` > ?) AND (t0.`city` = ?))";

    private static DatabricksEmulator start(UnaryOperator<DatabricksEmulator.Builder> options) {
        return options.apply(DatabricksEmulator.builder(H2Backend.of(CUSTOMERS)))
                .start();
    }

    private static long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, 18);
            statement.setString(2, "it's");
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                long count = rows.getLong("m0");
                assertThat(rows.next()).isFalse();
                return count;
            }
        }
    }

    private static void assertNothingIsLeft(DatabricksEmulator emulator) {
        RequestJournal journal = emulator.journal();
        assertThat(journal.openSessions()).isZero();
        assertThat(journal.openStatements()).isZero();
        assertThat(journal.runningStatements()).isZero();
        assertThat(journal.tripwires()).isEmpty();
        assertThat(journal.refusedTargets()).isEmpty();
        assertThat(journal.requests(Endpoint.UNKNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersOverBothFormsOfPaths(boolean underSessions) throws SQLException {
        try (DatabricksEmulator emulator =
                start(options -> underSessions ? options.statementsUnderSessions() : options)) {
            try (Connection connection = RealDriver.connect(emulator)) {
                assertThat(count(connection)).isEqualTo(1);
            }
            assertNothingIsLeft(emulator);
            assertThat(emulator.journal().requests())
                    .allSatisfy(request -> assertThat(request.path())
                            .matches(path -> request.endpoint() != Endpoint.POLL
                                    || path.contains("/sessions/") == underSessions));
            assertThat(emulator.journal().requests(Endpoint.EXECUTE))
                    .singleElement()
                    .satisfies(request -> {
                        assertThat(request.statement()).isEqualTo(COUNT + " [INT, STRING]");
                        assertThat(request.userAgent()).contains("leadgen/test");
                    });
        }
    }

    @Test
    void knowsATokenAsWell() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
            try (Connection connection = RealDriver.connect(emulator, RealDriver.token(emulator.token()))) {
                assertThat(count(connection)).isEqualTo(1);
            }
            assertThat(emulator.journal().requests(Endpoint.TOKEN)).isEmpty();
            assertNothingIsLeft(emulator);
        }
    }

    /** The driver then looks into the token for who issued it. */
    @Test
    void givesTokensThatSayWhoIssuedThem() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
            String federated = RealDriver.production().replace("EnableTokenFederation=0", "EnableTokenFederation=1");
            try (Connection connection = RealDriver.connect(emulator, federated, RealDriver.oauth(emulator))) {
                assertThat(count(connection)).isEqualTo(1);
            }
            assertNothingIsLeft(emulator);
        }
    }

    @Test
    void cancelsAStatement() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
            emulator.faults().next(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofHours(1)));
            try (Connection connection = RealDriver.connect(emulator);
                    PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
                CompletableFuture<Void> cancelled = CompletableFuture.runAsync(() -> {
                    while (emulator.journal().requests(Endpoint.POLL).isEmpty()) {
                        Thread.onSpinWait();
                    }
                    try {
                        statement.cancel();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                assertThatThrownBy(statement::executeQuery)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("HY008"));
                cancelled.join();
            }
            assertThat(emulator.journal().cancels()).hasSize(1);
            assertNothingIsLeft(emulator);
        }
    }

    /** With an engine that answers none of eight statements before all of them run. */
    @Test
    void runsStatementsSideBySide() throws Exception {
        int side = 8;
        try (DatabricksEmulator emulator = DatabricksEmulator.start(new Meeting(side));
                Connection connection = RealDriver.connect(emulator)) {
            ExecutorService threads = Executors.newFixedThreadPool(side);
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < side; i++) {
                all.add(threads.submit(() -> {
                    try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
                        return statement.executeQuery().next();
                    }
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get(2, TimeUnit.MINUTES)).isTrue();
            }
            threads.shutdown();
        }
    }

    private static final class Meeting implements SqlBackend {
        private final CyclicBarrier all;

        Meeting(int parties) {
            all = new CyclicBarrier(parties);
        }

        @Override
        public SqlResult execute(SqlStatement statement, Cancellation cancellation) throws SqlFailure {
            try {
                all.await(1, TimeUnit.MINUTES);
                return SqlResult.ofStrings(List.of("met"), List.of(SqlResult.row("true")));
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw SqlFailure.of("NOBODY_CAME", "XX000", "The others do not run.", e);
            }
        }

        @Override
        public List<TableSchema> tables() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    /** The driver asks no more of a server that needs a new token than of another. */
    @Test
    void letsTokensExpire() throws SQLException {
        try (DatabricksEmulator emulator = start(options -> options.tokenLifetime(Duration.ofSeconds(3)));
                Connection connection = RealDriver.connect(emulator)) {
            assertThat(count(connection)).isEqualTo(1);
            assertThat(count(connection)).isEqualTo(1);
            assertThat(emulator.journal().requests(Endpoint.TOKEN)).hasSizeGreaterThan(2);
        }
    }

    @Test
    void revokesTokens() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
            try (Connection connection = RealDriver.connect(emulator)) {
                assertThat(count(connection)).isEqualTo(1);
                emulator.revokeTokens();
                assertThatThrownBy(() -> count(connection)).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> count(connection)).isInstanceOf(SQLException.class);
            }
            try (Connection connection = RealDriver.connect(emulator)) {
                assertThat(count(connection)).isEqualTo(1);
            }
        }
    }

    @Test
    void dropsSessions() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS));
                Connection connection = RealDriver.connect(emulator)) {
            assertThat(connection.isValid(10)).isTrue();
            emulator.dropSessions();
            assertThat(emulator.journal().openSessions()).isZero();
            assertThat(connection.isValid(10)).isFalse();
            assertThatThrownBy(() -> count(connection)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void startsItsWarehouseWhenItIsNeeded() throws SQLException {
        try (DatabricksEmulator emulator = start(options -> options.warehouseStart(Duration.ofMillis(700)))) {
            RawClient client = new RawClient(emulator);
            assertThat(client.warehouseState()).isEqualTo("STOPPED");
            try (Connection connection = RealDriver.connect(emulator)) {
                assertThat(client.warehouseState()).isIn("STARTING", "RUNNING");
                assertThat(count(connection)).isEqualTo(1);
            }
            assertThat(client.warehouseState()).isEqualTo("RUNNING");
        }
    }

    /** What a driver must do that gets a large result; if it stopped at the first part, answers would be wrong. */
    @Test
    void sendsResultsInParts() throws SQLException {
        try (DatabricksEmulator emulator = start(options -> options.rowsPerChunk(2));
                Connection connection = RealDriver.connect(emulator);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT t0.`age` FROM `main`.`leads`.`customers` AS t0 ORDER BY t0.`age`");
                ResultSet rows = statement.executeQuery()) {
            List<Integer> ages = new ArrayList<>();
            while (rows.next()) {
                ages.add(rows.getInt(1));
            }
            assertThat(ages).containsExactly(17, 31, 40);
            assertThat(emulator.journal().requests(Endpoint.CHUNK)).hasSize(1);
        }
    }

    /** All threads of a group of its own, which those that are made by others inherit. */
    @Test
    void leavesNoThread() throws Exception {
        ThreadGroup group = new ThreadGroup("emulator");
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread user = new Thread(group, () -> {
            try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
                emulator.faults().next(Endpoint.EXECUTE, Fault.slowStatement(Duration.ofHours(1)));
                emulator.faults().next(Endpoint.POLL, Fault.stall(Duration.ofHours(1)));
                Connection connection = RealDriver.connect(emulator);
                PreparedStatement statement = connection.prepareStatement("SELECT 1");
                Thread caller = new Thread(() -> {
                    try {
                        statement.executeQuery();
                    } catch (SQLException e) {
                        // The emulator is closed meanwhile.
                        return;
                    }
                });
                caller.setDaemon(true);
                caller.start();
                while (emulator.journal().requests(Endpoint.POLL).isEmpty()) {
                    Thread.onSpinWait();
                }
            } catch (SQLException e) {
                done.completeExceptionally(e);
            }
            done.complete(null);
        });
        user.start();
        done.get(2, TimeUnit.MINUTES);
        user.join();
        Thread[] left = new Thread[group.activeCount() + 10];
        int count = group.enumerate(left);
        assertThat(Arrays.asList(left).subList(0, count))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("databricks-emulator") || name.startsWith("HTTP-Dispatcher"));
    }

    /** As a driver does that was left to its defaults. */
    @Test
    void tellsOfTelemetry() throws SQLException {
        try (DatabricksEmulator emulator = DatabricksEmulator.start(H2Backend.of(CUSTOMERS))) {
            String careless = RealDriver.production().replace("EnableTelemetry=0;TelemetryLogLevel=OFF;", "");
            try (Connection connection = RealDriver.connect(emulator, careless, RealDriver.oauth(emulator))) {
                assertThat(count(connection)).isEqualTo(1);
            }
            assertThat(emulator.journal().tripwires()).isNotEmpty();
        }
    }
}
