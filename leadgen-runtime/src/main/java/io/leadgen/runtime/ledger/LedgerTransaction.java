package io.leadgen.runtime.ledger;

import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Entry;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import io.leadgen.runtime.ledger.LedgerTables.StoredRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One transaction on a checked ledger, with the rows that it adds. */
final class LedgerTransaction {
    /** The maximum difference between the clocks of servers that share a ledger. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String MODIFIED = "it was modified outside leadgen. "
            + "Find the row with leadgen audit verify, and restore the newest intact copy";
    private static final String DIFFERENT =
            "it is not the ledger that this machine has used before. " + LedgerDatabase.LOST;
    private static final String OUTDATED =
            "it was restored to an earlier state, in which charges are missing. " + LedgerDatabase.LOST;

    private final LedgerTables tables;
    private final Instant now;
    private HighWaterMark head;

    private LedgerTransaction(LedgerTables tables, HighWaterMark head, Instant now) {
        this.tables = tables;
        this.head = head;
        this.now = now;
    }

    /**
     * Opens a transaction.
     *
     * @param mark the oldest state that is acceptable, or null
     * @param clock the current time of this machine
     * @throws LeadgenException LEDGER_UNAVAILABLE if the ledger was modified, replaced or restored, or the clock is late
     */
    static LedgerTransaction open(LedgerTables tables, @Nullable HighWaterMark mark, Instant clock)
            throws SQLException {
        HighWaterMark head = tables.head();
        if (head == null) {
            throw LedgerDatabase.unavailable(MODIFIED);
        }
        StoredRow newest = tables.newest();
        if (!head.equals(stateWith(tables, head.ledger(), newest))) {
            throw LedgerDatabase.unavailable(MODIFIED);
        }
        checkAgainst(mark, head, tables);
        return new LedgerTransaction(
                tables,
                head,
                newest == null ? clock : later(clock, instant(newest.row().at())));
    }

    /** The state of a ledger with this newest row, or null if its hash does not match the row before. */
    private static @Nullable HighWaterMark stateWith(LedgerTables tables, String ledger, @Nullable StoredRow newest)
            throws SQLException {
        if (newest == null) {
            return HighWaterMark.start(ledger);
        }
        long seq = newest.row().seq();
        StoredRow before = seq == 1 ? null : tables.row(seq - 1);
        if (seq > 1 && before == null) {
            return null;
        }
        String previous = before == null ? LedgerRow.firstHash(ledger) : before.hash();
        return newest.hash().equals(newest.row().hash(previous)) ? new HighWaterMark(ledger, seq, newest.hash()) : null;
    }

    private static void checkAgainst(@Nullable HighWaterMark mark, HighWaterMark head, LedgerTables tables)
            throws SQLException {
        if (mark == null || mark.equals(head)) {
            return;
        }
        if (!mark.ledger().equals(head.ledger())) {
            throw LedgerDatabase.unavailable(DIFFERENT);
        }
        if (!mark.equals(markAt(mark.seq(), head.ledger(), tables))) {
            throw LedgerDatabase.unavailable(OUTDATED);
        }
    }

    /** The state of the ledger when a row was its newest, or null if it has no such row. */
    static @Nullable HighWaterMark markAt(long seq, String ledger, LedgerTables tables) throws SQLException {
        if (seq == 0) {
            return HighWaterMark.start(ledger);
        }
        StoredRow row = tables.row(seq);
        return row == null ? null : new HighWaterMark(ledger, seq, row.hash());
    }

    private static Instant later(Instant clock, Instant newest) {
        if (clock.isBefore(newest.minus(SKEW))) {
            throw LedgerDatabase.unavailable("the clock of this machine is " + roughly(Duration.between(clock, newest))
                    + " earlier than the newest entry. Correct the clock");
        }
        return clock.isAfter(newest) ? clock : newest;
    }

    private static String roughly(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        return duration.toHours() > 1 ? duration.toHours() + " hours" : duration.toMinutes() + " minutes";
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The state of the ledger with the added rows. */
    HighWaterMark head() {
        return head;
    }

    long next() {
        return head.seq() + 1;
    }

    LedgerTables tables() {
        return tables;
    }

    /** The total charged to an account up to the start of a window that ends now, including a charge at that instant. */
    PrivacyLoss spentBefore(Duration window, String account) throws SQLException {
        return tables.spentUntil(account, micros(now.minus(window)));
    }

    void charge(String account, Question question, long draw, PrivacyLoss loss) throws SQLException {
        PrivacyLoss total = tables.spent(account).plus(loss);
        append(new Entry(next(), micros(now), question, draw, account, loss, total));
    }

    /** Stores the first answer to a question. */
    void store(Question question, long draw, String text) throws SQLException {
        append(new Answer(next(), micros(now), question, draw, text));
    }

    /** Adds a row, which is then the newest one. */
    private void append(LedgerRow row) throws SQLException {
        String hash = row.hash(head.hash());
        head = new HighWaterMark(head.ledger(), row.seq(), hash);
        tables.head(head);
        tables.add(row, hash);
    }
}
