package io.leadgen.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Answered;
import io.leadgen.privacy.BudgetLedger.ChargeResult.Opened;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.runtime.config.LedgerUrl;
import io.leadgen.testkit.BudgetLedgerContractTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger does in each database, beyond what every ledger does. */
abstract class JdbcLedgerTest extends BudgetLedgerContractTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private final List<JdbcBudgetLedger> opened = new ArrayList<>();
    private LedgerUrl url;
    private InstantSource clock;

    /** Where there is no ledger yet. */
    abstract LedgerUrl newPlace() throws Exception;

    @Override
    protected BudgetLedger emptyLedger(InstantSource time) throws Exception {
        url = newPlace();
        clock = time;
        return open();
    }

    @AfterEach
    void close() {
        opened.forEach(JdbcBudgetLedger::close);
    }

    LedgerUrl url() {
        return url;
    }

    Path mark() {
        return folder.resolve("home").resolve("ledger.mark");
    }

    /** As another process would open the same ledger. */
    JdbcBudgetLedger open() {
        return open(LedgerDatabase.of(url));
    }

    JdbcBudgetLedger open(LedgerDatabase database) {
        JdbcBudgetLedger ledger = new JdbcBudgetLedger(database, mark(), clock);
        opened.add(ledger);
        return ledger;
    }

    InstantSource clock() {
        return clock;
    }

    /** A connection past the ledger. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url.value());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void refuses(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.LEDGER_UNAVAILABLE);
            assertThat(e.getMessage())
                    .startsWith("The privacy budget ledger is not available")
                    .contains(reason)
                    .doesNotContain("jdbc:", "s3cret", "ledger_", "SQL", "ledger.db");
        });
    }

    static void ask(BudgetLedger ledger, String question, int number) {
        Opened draw = (Opened) ledger.open(order(ANN, question), loss(1, 2));
        ledger.settle(order(ANN, question), draw.draw(), loss(1, 1), release(number, loss(2, 3)));
    }

    // ------------------------------------------------------------------------------------------------ what is kept

    @Test
    void aLedgerThatIsOpenedAgainHasEverything() {
        ask(ledger(), "q", 7);
        ledger().open(order(BOB, "r"), rho(3));
        opened.forEach(JdbcBudgetLedger::close);

        try (JdbcBudgetLedger again = open()) {
            assertThat(again.open(order(ANN, "q"), rho(1)))
                    .isEqualTo(new Answered(release(7, loss(2, 3)), PrivacyLoss.NONE));
            assertThat(again.left(ANN, CLASS)).isEqualTo(loss(8, 97));
            assertThat(again.left(BOB, CLASS)).isEqualTo(loss(7, 100));
            assertThat(again.left(PEOPLE, CLASS)).isEqualTo(loss(15, 197));
        }
    }

    @Test
    void whatOneLedgerWritesAnotherSees() {
        JdbcBudgetLedger other = open();
        for (int i = 0; i < 5; i++) {
            BudgetLedger here = i % 2 == 0 ? ledger() : other;
            BudgetLedger there = i % 2 == 0 ? other : ledger();
            here.open(order(ANN, "q" + i), rho(2));
            assertThat(there.left(ANN, CLASS)).isEqualTo(loss(8 - 2 * i, 100));
        }
    }

    @Test
    void aClosedLedgerAnswersNothing() {
        opened.forEach(JdbcBudgetLedger::close);
        refuses(() -> ledger().left(ANN, CLASS), "closed");
    }

    @Test
    void ledgersThatBeginAtOnceAreOne() throws Exception {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            JdbcBudgetLedger one = open();
            String question = "q" + i;
            all.add(CompletableFuture.runAsync(() -> one.open(order(null, question), rho(1))));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        assertThat(ledger().left(PEOPLE, CLASS)).isEqualTo(loss(12, 200));
        assertThat(open().verify()).isEqualTo(new LedgerVerification(8, null));
    }

    @Test
    void aRepeatedQuestionWritesNothing() throws SQLException {
        ask(ledger(), "q", 7);
        long rows = open().verify().rows();
        JdbcBudgetLedger watched = open(new WatchedDatabase(LedgerDatabase.of(url), new NoWriting()));
        assertThat(watched.open(order(ANN, "q"), rho(1))).isInstanceOf(Answered.class);
        watched.left(ANN, CLASS);
        assertThat(open().verify()).isEqualTo(new LedgerVerification(rows, null));
    }

    private static final class NoWriting implements WatchedDatabase.Watcher {
        @Override
        public void begun() {
            throw new AssertionError("a transaction that writes");
        }

        @Override
        public void written() {}

        @Override
        public void committed() {}
    }

    @Test
    void anInterruptedThread() {
        ask(ledger(), "q", 7);
        Thread.currentThread().interrupt();
        refuses(() -> ledger().open(order(ANN, "r"), rho(1)), "interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger().open(order(ANN, "r"), rho(1))).isInstanceOf(Opened.class);
    }

    // ------------------------------------------------------------------------------------------------ tampering

    /** A ledger with charges of two principals, an answer in the middle and one at the end. */
    private void write() {
        ask(ledger(), "q", 7);
        ledger().open(order(BOB, "q"), rho(1));
        setClock(NOON.plusSeconds(10));
        ask(ledger(), "r", 8);
        assertThat(open().verify()).isEqualTo(new LedgerVerification(11, null));
    }

    @Test
    void everyChangeOfARowIsFound() throws SQLException {
        write();
        int changes = 0;
        for (Map.Entry<String, List<String>> table : Map.of(
                        "ledger_entry",
                        List.of(
                                "seq",
                                "at",
                                "question",
                                "epoch_ends",
                                "draw",
                                "account",
                                "rho",
                                "delta",
                                "rho_total",
                                "delta_total",
                                "hash"),
                        "ledger_answer",
                        List.of("seq", "at", "question", "epoch_ends", "draw", "answer", "hash"),
                        "ledger_head",
                        List.of("ledger", "seq", "hash"))
                .entrySet()) {
            for (long seq : numbers("SELECT seq FROM " + table.getKey())) {
                for (String column : table.getValue()) {
                    changes += changed(table.getKey(), seq, column) ? 1 : 0;
                }
            }
        }
        // Nine charges, two answers, one head; a loss of nothing cannot become less.
        assertThat(changes).isGreaterThanOrEqualTo(9 * 10 + 2 * 7 + 3);
        assertThat(open().verify().isIntact()).isTrue();
    }

    /** Changes one value and puts it back; false if the value cannot be changed so. */
    private boolean changed(String table, long seq, String column) throws SQLException {
        boolean text =
                List.of("question", "account", "answer", "hash", "ledger").contains(column);
        boolean smaller = column.equals("rho") || column.equals("delta");
        boolean key = column.equals("seq");
        if (smaller && number("SELECT " + column + " FROM " + table + " WHERE seq = " + seq) == 0) {
            return false;
        }
        String there = text
                ? "substr(" + column + ", 1, length(" + column + ") - 1) || '~'"
                : column + (smaller ? " - 1" : " + 1000");
        String last = text ? lastCharacter(table, column, seq) : "";
        String back = text
                ? "substr(" + column + ", 1, length(" + column + ") - 1) || '" + last + "'"
                : column + (smaller ? " + 1" : " - 1000");
        execute("UPDATE " + table + " SET " + column + " = " + there + " WHERE seq = " + seq);
        long now = key ? seq + 1000 : seq;

        LedgerVerification found = open().verify();
        assertThat(found.isIntact()).as("%s.%s of row %s", table, column, seq).isFalse();
        if (seq == 11) {
            refuses(() -> ledger().left(ANN, CLASS), "");
        } else {
            assertThat(found.firstBreak().row())
                    .as("%s.%s of row %s", table, column, seq)
                    .isEqualTo(seq);
        }
        execute("UPDATE " + table + " SET " + column + " = " + back + " WHERE seq = " + now);
        return true;
    }

    private String lastCharacter(String table, String column, long seq) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT substr(" + column + ", length(" + column + "), 1) FROM " + table + " WHERE seq = ?")) {
            query.setLong(1, seq);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private List<Long> numbers(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    @Test
    void everyMissingRowIsFound() throws SQLException {
        write();
        execute("CREATE TABLE kept AS SELECT * FROM ledger_entry");
        for (long seq : numbers("SELECT seq FROM ledger_entry")) {
            execute("DELETE FROM ledger_entry WHERE seq = " + seq);
            assertThat(open().verify().firstBreak().row()).isEqualTo(seq);
            execute("INSERT INTO ledger_entry SELECT * FROM kept WHERE seq = " + seq);
        }
        assertThat(open().verify().isIntact()).isTrue();

        execute("DELETE FROM ledger_answer WHERE seq = 11");
        assertThat(open().verify().firstBreak().row()).isEqualTo(11);
        refuses(() -> open().left(ANN, CLASS), "modified outside leadgen");
        execute("DELETE FROM ledger_head");
        assertThat(open().verify().isIntact()).isFalse();
        refuses(() -> open().left(ANN, CLASS), "modified outside leadgen");
    }

    @Test
    void everyAddedRowIsFound() throws SQLException {
        write();
        String columns = "at, question, epoch_ends, draw, account, rho, delta, rho_total, delta_total, hash";
        for (long seq : new long[] {0, 12, 999}) {
            execute("INSERT INTO ledger_entry (seq, " + columns + ") SELECT " + seq + ", "
                    + columns.replace("at,", "at + " + (1000 + seq) + ",") + " FROM ledger_entry WHERE seq = 10");
            assertThat(open().verify().isIntact()).as("row %s", seq).isFalse();
            if (seq > 11) {
                refuses(() -> open().left(ANN, CLASS), "modified outside leadgen");
            }
            execute("DELETE FROM ledger_entry WHERE seq = " + seq);
        }
        assertThat(open().verify().isIntact()).isTrue();
    }

    // ------------------------------------------------------------------------------------------------ lost and put
    // back

    @Test
    void aLedgerThatWasPutBackIsRefused() throws SQLException {
        ask(ledger(), "q", 7);
        long seq = number("SELECT seq FROM ledger_head");
        execute("CREATE TABLE earlier AS SELECT * FROM ledger_head");
        ledger().open(order(BOB, "r"), rho(10));

        execute("DELETE FROM ledger_entry WHERE seq > " + seq);
        execute("UPDATE ledger_head SET seq = " + seq + ", hash = (SELECT hash FROM earlier)");
        refuses(() -> ledger().left(BOB, CLASS), "restored to an earlier state");
        refuses(() -> open().open(order(ANN, "q"), rho(1)), "restored to an earlier state");
        assertThat(open().verify().firstBreak())
                .isEqualTo(new LedgerVerification.Break(
                        seq + 1,
                        "this is a different ledger than this machine has used before, or an older state of it"));
    }

    @Test
    void aLedgerThatWentAnotherWaySinceIsRefused() throws Exception {
        ask(ledger(), "q", 7);
        long seq = number("SELECT seq FROM ledger_head");
        execute("CREATE TABLE earlier AS SELECT * FROM ledger_head");
        String markBefore = Files.readString(mark());
        ledger().open(order(BOB, "r"), rho(10));
        String markAfter = Files.readString(mark());

        execute("DELETE FROM ledger_entry WHERE seq > " + seq);
        execute("UPDATE ledger_head SET seq = " + seq + ", hash = (SELECT hash FROM earlier)");
        Files.writeString(mark(), markBefore);
        for (int i = 0; i < 5; i++) {
            ledger().open(order(CEM, "s" + i), rho(1));
        }
        Files.writeString(mark(), markAfter);
        refuses(() -> ledger().left(BOB, CLASS), "restored to an earlier state");
        assertThat(open().verify().isIntact()).isFalse();
    }

    @Test
    void anotherLedgerIsRefused() throws Exception {
        ask(ledger(), "q", 7);
        try (JdbcBudgetLedger other = new JdbcBudgetLedger(newPlace(), folder.resolve("other.mark"), clock)) {
            ask(other, "q", 8);
            Files.copy(folder.resolve("other.mark"), mark(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        refuses(() -> ledger().left(ANN, CLASS), "not the ledger that this machine has used before");
        refuses(() -> open().left(ANN, CLASS), "not the ledger that this machine has used before");
    }

    @Test
    void aLedgerThatIsGoneIsNotBegunAnew() throws Exception {
        ask(ledger(), "q", 7);
        url = newPlace();
        refuses(() -> open().left(ANN, CLASS), "missing");
        refuses(() -> open().left(ANN, CLASS), "start a new one on purpose");

        Files.delete(mark());
        assertThat(open().left(ANN, CLASS)).isEqualTo(loss(10, 100));
    }

    @Test
    void aMarkThatIsLostIsWrittenAgain() throws IOException {
        ask(ledger(), "q", 7);
        String written = Files.readString(mark());
        Files.delete(mark());
        assertThat(open().left(ANN, CLASS)).isEqualTo(loss(8, 97));
        assertThat(mark()).hasContent(written);
    }

    @Test
    void aMarkThatIsBehindIsRaised() throws IOException {
        ask(ledger(), "q", 7);
        String earlier = Files.readString(mark());
        ledger().open(order(BOB, "r"), rho(1));
        String later = Files.readString(mark());
        assertThat(later).isNotEqualTo(earlier);

        Files.writeString(mark(), earlier);
        ledger().open(order(BOB, "s"), rho(1));
        assertThat(Files.readString(mark())).isGreaterThan(later);
    }

    @Test
    void aMarkThatIsNoMarkIsRefused() throws IOException {
        ask(ledger(), "q", 7);
        Files.writeString(mark(), "nothing\n");
        refuses(() -> ledger().left(ANN, CLASS), "files are not readable");
    }

    @Test
    void aLedgerOfANewerVersionIsRefused() throws SQLException {
        ask(ledger(), "q", 7);
        execute("UPDATE ledger_schema SET version = 99");
        refuses(() -> open().left(ANN, CLASS), "newer version of leadgen");
    }

    // ------------------------------------------------------------------------------------------------ time

    @Test
    void aClockThatWasSetBackIsRefused() {
        ask(ledger(), "q", 7);
        setClock(NOON.minus(Duration.ofMinutes(6)));
        refuses(() -> ledger().open(order(ANN, "r"), rho(1)), "6 minutes earlier");
        refuses(() -> ledger().left(ANN, CLASS), "6 minutes earlier");
        setClock(NOON.minus(Duration.ofHours(50)));
        refuses(() -> open().open(order(ANN, "q"), rho(1)), "2 days earlier");
        setClock(NOON.minus(Duration.ofMinutes(5)));
        assertThat(ledger().open(order(ANN, "r"), rho(1))).isInstanceOf(Opened.class);
    }

    // ------------------------------------------------------------------------------------------------ many processes

    @Test
    void aThousandChargesOfEightProcessesNeverPassACap() throws Exception {
        int cap = 600;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(LedgerProcess.start(
                    "charge", url.value(), mark().toString(), "p" + i, "125", Integer.toString(cap)));
        }
        List<String> told = new ArrayList<>();
        for (Process process : processes) {
            told.addAll(CompletableFuture.supplyAsync(() -> lines(process)).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertThat(process.waitFor()).isZero();
        }

        List<String> draws =
                told.stream().filter(line -> !line.equals("refused")).toList();
        assertThat(told).hasSize(1_000);
        assertThat(draws).hasSize(cap).doesNotHaveDuplicates();
        assertThat(numbers("SELECT DISTINCT draw FROM ledger_entry").stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(draws);
        assertThat(open().verify()).isEqualTo(new LedgerVerification(2L * cap, null));
    }

    private static List<String> lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    // ------------------------------------------------------------------------------------------------ kill -9

    @Test
    void aProcessThatIsKilledAtAnyStepLosesNoChargeAndShowsNoSecondDraw() throws Exception {
        for (Step step : Step.values()) {
            url = newPlace();
            Files.deleteIfExists(mark());
            String shown = killedAt(step);

            String answer = LedgerProcess.ask(LedgerDatabase.of(url), mark(), ignored -> {});
            assertThat(LedgerProcess.ask(LedgerDatabase.of(url), mark(), ignored -> {}))
                    .isEqualTo(answer);
            if (shown != null) {
                assertThat(answer).as("killed at %s", step).isEqualTo(shown);
            }
            assertThat(shown != null).isEqualTo(step == Step.ANSWERED);
            checkCharges(step);
        }
    }

    /** Lets a process ask, kills it at a step, and returns the answer that it has shown, if any. */
    private String killedAt(Step step) throws Exception {
        Process process = LedgerProcess.start("ask", url.value(), mark().toString(), step.name());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return CompletableFuture.supplyAsync(() -> answerBefore("at " + step, out))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String answerBefore(String line, BufferedReader out) {
        try {
            String answer = null;
            for (String next = out.readLine(); !line.equals(next); next = out.readLine()) {
                assertThat(next).as("the process ended too early").isNotNull();
                answer = next;
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every draw that was begun is paid for in full, the one that was shown with all that it cost. */
    private void checkCharges(Step step) throws SQLException {
        String ofAnn = " FROM ledger_entry WHERE account = '[\"principal\",\"ann\"]'";
        assertThat(number("SELECT count(DISTINCT draw)" + ofAnn))
                .as("draws, killed at %s", step)
                .isEqualTo(step.draws());
        long opening = number("SELECT min(rho)" + ofAnn + " AND seq = draw");
        long shown = number("SELECT sum(rho)" + ofAnn + " AND draw = (SELECT draw FROM ledger_answer)");
        long spent = number("SELECT max(rho_total)" + ofAnn);
        assertThat(opening).isPositive();
        assertThat(spent).as("spent, killed at %s", step).isEqualTo(shown + (step.draws() - 1) * opening);
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(url, mark(), Clock.systemUTC())) {
            assertThat(ledger.verify().isIntact()).isTrue();
            assertThat(ledger.left(LedgerProcess.ANN, LedgerProcess.callerClass(1)))
                    .isEqualTo(PrivacyLoss.of(new Rho(Long.MAX_VALUE / 2 - spent)));
        }
    }
}
