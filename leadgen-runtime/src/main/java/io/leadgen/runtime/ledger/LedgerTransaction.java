package io.leadgen.runtime.ledger;

import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Entry;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import io.leadgen.runtime.ledger.LedgerTables.Written;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One transaction's view of a ledger that is the one it was, and what the transaction adds to it. */
final class LedgerTransaction {
    /** How far the clocks of servers that share a ledger may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String DAMAGED = "it was changed by something else than leadgen. "
            + "Look for the place with its verification, and put back the newest copy that is whole";
    private static final String ANOTHER = "it is another one than this machine has used before. " + LedgerDatabase.LOST;
    private static final String BEHIND =
            "it was put back to an earlier state, in which charges are missing. " + LedgerDatabase.LOST;

    private final LedgerTables books;
    private final Instant now;
    private HighWaterMark head;

    private LedgerTransaction(LedgerTables books, HighWaterMark head, Instant now) {
        this.books = books;
        this.head = head;
        this.now = now;
    }

    /**
     * Opens the books.
     *
     * @param mark how far the ledger has come at least, if that is known
     * @param clock the time by the clock
     * @throws LeadgenException LEDGER_UNAVAILABLE if it is not the ledger it was, or the clock was set back
     */
    static LedgerTransaction open(LedgerTables books, @Nullable HighWaterMark mark, Instant clock) throws SQLException {
        HighWaterMark head = books.head();
        if (head == null) {
            throw LedgerDatabase.unavailable(DAMAGED);
        }
        Written newest = books.newest();
        if (!head.equals(sealed(books, head.ledger(), newest))) {
            throw LedgerDatabase.unavailable(DAMAGED);
        }
        checkAgainst(mark, head, books);
        return new LedgerTransaction(
                books,
                head,
                newest == null ? clock : later(clock, instant(newest.row().at())));
    }

    /** The mark that a ledger with this newest row has, or null if the row does not fit to the one before. */
    private static @Nullable HighWaterMark sealed(LedgerTables books, String ledger, @Nullable Written newest)
            throws SQLException {
        if (newest == null) {
            return HighWaterMark.start(ledger);
        }
        long seq = newest.row().seq();
        Written before = seq == 1 ? null : books.row(seq - 1);
        if (seq > 1 && before == null) {
            return null;
        }
        String previous = before == null ? LedgerRow.firstSeal(ledger) : before.hash();
        return newest.hash().equals(newest.row().seal(previous)) ? new HighWaterMark(ledger, seq, newest.hash()) : null;
    }

    private static void checkAgainst(@Nullable HighWaterMark mark, HighWaterMark head, LedgerTables books)
            throws SQLException {
        if (mark == null || mark.equals(head)) {
            return;
        }
        if (!mark.ledger().equals(head.ledger())) {
            throw LedgerDatabase.unavailable(ANOTHER);
        }
        if (!mark.equals(markAt(mark.seq(), head.ledger(), books))) {
            throw LedgerDatabase.unavailable(BEHIND);
        }
    }

    /** The mark that the ledger had when a row was its newest, or null if it has no such row. */
    static @Nullable HighWaterMark markAt(long seq, String ledger, LedgerTables books) throws SQLException {
        if (seq == 0) {
            return HighWaterMark.start(ledger);
        }
        Written row = books.row(seq);
        return row == null ? null : new HighWaterMark(ledger, seq, row.hash());
    }

    private static Instant later(Instant clock, Instant newest) {
        if (clock.isBefore(newest.minus(SKEW))) {
            throw LedgerDatabase.unavailable("the clock of this machine is " + roughly(Duration.between(clock, newest))
                    + " behind the time of the newest entry. Set the clock right");
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

    /** The state of the ledger, with what was added. */
    HighWaterMark head() {
        return head;
    }

    /** The number that the next row gets. */
    long next() {
        return head.seq() + 1;
    }

    @Nullable
    Answer answer(Question question) throws SQLException {
        return books.answer(question);
    }

    boolean hasPaid(String account, long draw) throws SQLException {
        return books.hasPaid(account, draw);
    }

    PrivacyLoss spent(String account) throws SQLException {
        return books.spent(account);
    }

    /** What had been charged to an account when a time began that ends now; a charge of that very instant is among it. */
    PrivacyLoss spentBefore(Duration window, String account) throws SQLException {
        return books.spentUntil(account, micros(now.minus(window)));
    }

    /** Charges an account. */
    void charge(String account, Question question, long draw, PrivacyLoss loss) throws SQLException {
        PrivacyLoss total = books.spent(account).plus(loss);
        Entry entry = new Entry(next(), micros(now), question, draw, account, loss, total);
        books.add(entry, grow(entry));
    }

    /** Keeps an answer, where none stands. */
    void keep(Question question, long draw, String text) throws SQLException {
        Answer answer = new Answer(next(), micros(now), question, draw, text);
        books.add(answer, grow(answer));
    }

    /** The seal of a row that becomes the newest. */
    private String grow(LedgerRow row) throws SQLException {
        String seal = row.seal(head.hash());
        head = new HighWaterMark(head.ledger(), row.seq(), seal);
        books.head(head);
        return seal;
    }
}
