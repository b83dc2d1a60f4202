package io.leadgen.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Opened;
import io.leadgen.runtime.config.LedgerUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PostgresLedgerTest extends JdbcLedgerTest {
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    LedgerUrl newPlace() throws SQLException {
        return server.newDatabase();
    }

    @Test
    void commitsAreOnTheDisk() throws Exception {
        try (Connection connection = LedgerDatabase.of(url()).connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    /** A trigger fails with the state of a serialisation failure, a number of times that no rollback takes back. */
    private void failToSerialise(int times, String when) throws SQLException {
        execute("CREATE SEQUENCE failures");
        execute("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF nextval('failures') <= " + times
                + " THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40001'; END IF;"
                + " RETURN NULL; END $$");
        execute("CREATE CONSTRAINT TRIGGER failing AFTER INSERT ON ledger_entry " + when
                + " FOR EACH ROW EXECUTE FUNCTION fail()");
    }

    @Test
    void aSerialisationFailureIsTriedAgain() throws SQLException {
        ask(ledger(), "q", 7);
        failToSerialise(3, "NOT DEFERRABLE");
        assertThat(ledger().open(order(BOB, "r"), rho(3))).isInstanceOf(Opened.class);
        assertThat(ledger().left(BOB, CLASS)).isEqualTo(loss(7, 100));
        assertThat(open().verify().isIntact()).isTrue();
    }

    @Test
    void aSerialisationFailureAtTheCommitIsTriedAgain() throws SQLException {
        ask(ledger(), "q", 7);
        failToSerialise(3, "DEFERRABLE INITIALLY DEFERRED");
        assertThat(ledger().open(order(BOB, "r"), rho(3))).isInstanceOf(Opened.class);
        assertThat(ledger().left(BOB, CLASS)).isEqualTo(loss(7, 100));
        assertThat(open().verify().isIntact()).isTrue();
    }

    @Test
    void aSerialisationFailureThatNeverEndsIsRefused() throws SQLException {
        ask(ledger(), "q", 7);
        failToSerialise(1_000_000, "NOT DEFERRABLE");
        refuses(() -> ledger().open(order(BOB, "r"), rho(3)), "cannot execute the statement");
        assertThat(ledger().left(BOB, CLASS)).isEqualTo(loss(10, 100));
    }

    @Test
    void aServerThatTakesNoWritesIsRefused() throws SQLException {
        ask(ledger(), "q", 7);
        JdbcBudgetLedger standby = open(new AlteredDatabase(LedgerDatabase.of(url()), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET default_transaction_read_only = on");
            }
        }));
        refuses(() -> standby.open(order(ANN, "r"), rho(1)), "is read-only");
    }

    @Test
    void aUserWhoMayNotIsRefused() throws SQLException {
        ask(ledger(), "q", 7);
        String user = "reader" + System.nanoTime();
        execute("CREATE ROLE " + user + " LOGIN");
        LedgerUrl reader = new LedgerUrl(url().value().replace("user=postgres", "user=" + user));
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(reader, mark(), clock())) {
            refuses(() -> ledger.left(ANN, CLASS), "does not have permission to read and write");
        }
        LedgerUrl nobody = new LedgerUrl(url().value().replace("user=postgres", "user=nobody" + user));
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(nobody, mark(), clock())) {
            refuses(() -> ledger.left(ANN, CLASS), "rejected the user or the password");
        }
    }

    @Test
    void aConnectionThatBreaksIsReplaced() throws SQLException {
        ask(ledger(), "q", 7);
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        assertThat(ledger().left(ANN, CLASS)).isEqualTo(loss(8, 97));
    }

    @Test
    void tablesThatAreHeldForLongAreRefused() throws Exception {
        ask(ledger(), "q", 7);
        try (Connection holder = connect();
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("LOCK TABLE ledger_head IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<BudgetLedger.ChargeResult> waiting =
                    CompletableFuture.supplyAsync(() -> open().open(order(ANN, "r"), rho(1)));
            Thread.sleep(300);
            assertThat(waiting).isNotDone();
            statement.execute("COMMIT");
            assertThat(waiting.get(60, TimeUnit.SECONDS)).isInstanceOf(Opened.class);

            statement.execute("BEGIN");
            statement.execute("LOCK TABLE ledger_head IN EXCLUSIVE MODE");
            refuses(() -> ledger().open(order(ANN, "s"), rho(1)), "locked its tables for more than 10 seconds");
            assertThat(ledger().left(ANN, CLASS)).isEqualTo(loss(7, 97));
            statement.execute("ROLLBACK");
        }
        assertThat(ledger().open(order(ANN, "s"), rho(1))).isInstanceOf(Opened.class);
    }

    @Test
    void aServerThatStopsIsRefusedUntilItIsBack(@TempDir Path data) throws Exception {
        PostgresServer first = PostgresServer.start(0, data);
        int port = first.port();
        try (JdbcBudgetLedger ledger =
                new JdbcBudgetLedger(first.newDatabase(), folder.resolve("own.mark"), Clock.systemUTC())) {
            try (first) {
                ask(ledger, "q", 7);
            }
            refuses(() -> ledger.left(ANN, CLASS), "does not respond");
            refuses(() -> ledger.open(order(ANN, "r"), rho(1)), "does not respond");

            try (PostgresServer again = PostgresServer.start(port, data)) {
                assertThat(again.port()).isEqualTo(port);
                assertThat(ledger.left(ANN, CLASS)).isEqualTo(loss(8, 97));
                assertThat(ledger.open(order(ANN, "r"), rho(1))).isInstanceOf(Opened.class);
                assertThat(ledger.verify().isIntact()).isTrue();
            }
        }
    }
}
