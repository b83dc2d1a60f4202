package io.leadgen.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Opened;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Refused;
import io.leadgen.runtime.config.LedgerUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteLedgerTest extends JdbcLedgerTest {
    private int places;

    @Override
    LedgerUrl newPlace() {
        return new LedgerUrl(
                "jdbc:sqlite:" + folder.resolve("place " + ++places).resolve("ledger.db"));
    }

    private Path file() {
        return Path.of(url().value().substring("jdbc:sqlite:".length()));
    }

    /** The ledger's connections with a statement executed on each. */
    private JdbcBudgetLedger openWith(String sql) {
        return open(new AlteredDatabase(LedgerDatabase.of(url()), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }));
    }

    @Test
    void filesAreTheirOwnersOnly() throws IOException {
        assumeTrue(file().getFileSystem().supportedFileAttributeViews().contains("posix"));
        ask(ledger(), "q", 7);
        try (var files = Files.list(file().getParent())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mark())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void commitsAreOnTheDisk() throws Exception {
        ask(ledger(), "q", 7);
        try (Connection connection = new SqliteDatabase(file()).connect();
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(statement, "PRAGMA synchronous")).isEqualTo("2"); // FULL: fsync at each commit
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", "file:ledger.db", "ledger.db?mode=memory"})
    void aLedgerIsAFile(String place) {
        assertThatThrownBy(() -> new JdbcBudgetLedger(new LedgerUrl("jdbc:sqlite:" + place), mark(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_INVALID));
    }

    // ------------------------------------------------------------------------------------------------ lost and put
    // back

    @Test
    void aFileThatIsDeletedWhileItIsUsedIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        Files.delete(file());
        refuses(() -> ledger().left(ANN, CLASS), "file is missing");
        refuses(() -> ledger().open(order(ANN, "r"), rho(1)), "file is missing");
        refuses(() -> open().open(order(ANN, "r"), rho(1)), "file is missing");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aCopyThatIsPutBackIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        close();
        Path copy = Files.copy(file(), folder.resolve("copy"));
        try (JdbcBudgetLedger later = open()) {
            later.open(order(BOB, "r"), rho(10));
        }
        Path newest = Files.copy(file(), folder.resolve("newest"));
        JdbcBudgetLedger running = open();
        assertThat(running.left(BOB, CLASS)).isEqualTo(loss(0, 100));

        Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
        refuses(() -> running.left(BOB, CLASS), "");
        refuses(() -> open().left(BOB, CLASS), "");
        close();
        refuses(() -> open().left(BOB, CLASS), "restored to an earlier state");

        close();
        Files.move(newest, file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(open().left(BOB, CLASS)).isEqualTo(loss(0, 100));
    }

    @Test
    void aFileThatWasEmptiedIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        close();
        Files.write(file(), new byte[0]);
        refuses(() -> open().left(BOB, CLASS), "tables are missing");
    }

    @Test
    void aFileThatIsNoLedgerIsRefused() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "Dear diary, ".repeat(1_000));
        refuses(() -> ledger().left(BOB, CLASS), "damaged or is not a ledger");
        assertThat(file()).content().startsWith("Dear diary");
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectories(file());
        refuses(() -> ledger().left(BOB, CLASS), "");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(file().getParent(), "");
        refuses(() -> ledger().left(BOB, CLASS), "");
    }

    // ------------------------------------------------------------------------------------------------ read-only, full,
    // held

    @Test
    void aLedgerThatCannotBeWrittenIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        JdbcBudgetLedger readOnly = openWith("PRAGMA query_only = 1");
        refuses(() -> readOnly.open(order(ANN, "r"), rho(1)), "is not writable by this user");
        assertThat(ledger().left(ANN, CLASS)).isEqualTo(loss(8, 97));
    }

    @Test
    void aFullDiskIsRefusedAndLosesNothing() throws Exception {
        ask(ledger(), "q", 7);
        JdbcBudgetLedger full = openWith("PRAGMA max_page_count = 1"); // as few as it has now
        int charged = 0;
        try {
            for (; charged < 1_000; charged++) {
                full.open(order(null, "r" + charged), rho(0));
            }
        } catch (LeadgenException e) {
            assertThat(e.getMessage()).contains("disk is full");
        }
        assertThat(charged).isLessThan(1_000);
        refuses(() -> full.open(order(null, "s".repeat(10)), rho(0)), "disk is full");
        assertThat(open().verify()).isEqualTo(new LedgerVerification(5 + charged, null));
        assertThat(ledger().open(order(ANN, "t"), rho(1))).isInstanceOf(Opened.class);
    }

    @Test
    void aMarkThatCannotBeWrittenIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        Files.delete(mark());
        Files.createDirectory(mark());
        refuses(() -> ledger().open(order(ANN, "r"), rho(1)), "files are not readable and writable");
    }

    @Test
    void aLedgerThatIsHeldForAWhileIsWaitedForAndForLongIsRefused() throws Exception {
        ask(ledger(), "q", 7);
        try (Connection holder = connect();
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<BudgetLedger.ChargeResult> waiting =
                    CompletableFuture.supplyAsync(() -> open().open(order(ANN, "r"), rho(1)));
            assertThat(ledger().left(ANN, CLASS)).isEqualTo(loss(8, 97)); // who reads waits for nobody
            Thread.sleep(300);
            assertThat(waiting).isNotDone();
            statement.execute("COMMIT");
            assertThat(waiting.get(60, TimeUnit.SECONDS)).isInstanceOf(Opened.class);

            statement.execute("BEGIN IMMEDIATE");
            refuses(() -> ledger().open(order(ANN, "s"), rho(1)), "locked its file for more than 10 seconds");
            statement.execute("COMMIT");
        }
        assertThat(ledger().open(order(ANN, "s"), rho(10))).isEqualTo(new Refused());
    }
}
