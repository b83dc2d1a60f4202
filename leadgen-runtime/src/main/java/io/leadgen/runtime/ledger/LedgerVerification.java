package io.leadgen.runtime.ledger;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Entry;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import io.leadgen.runtime.ledger.LedgerTables.Written;
import java.io.IOException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a ledger found.
 *
 * @param rows charges and answers that fit, up to the first break
 * @param firstBreak where the ledger does not fit, or null if it does
 */
public record LedgerVerification(long rows, @Nullable Break firstBreak) {

    /**
     * A place where the ledger does not fit.
     *
     * @param row the number of the row, from 1; of the row behind the last where something is missing
     * @param reason for a person
     */
    public record Break(long row, String reason) {}

    /** Whether everything is as it was written, as far as seals without a key can tell. */
    public boolean isIntact() {
        return firstBreak == null;
    }

    static LedgerVerification of(LedgerTables books, @Nullable HighWaterMark mark) throws SQLException {
        Walk walk = new Walk(books);
        String broken;
        try {
            broken = walk.findBreak(mark);
        } catch (SQLDataException e) {
            broken = "a value that no row has";
        }
        return new LedgerVerification(walk.rows, broken == null ? null : new Break(walk.rows + 1, broken));
    }

    /** One pass over a ledger. */
    private static final class Walk {
        private static final long CHUNK = 1_000;

        private final LedgerTables books;
        private final Map<String, PrivacyLoss> totals = new HashMap<>();
        private final Map<Long, Question> draws = new HashMap<>();
        private long rows;
        private long at = Long.MIN_VALUE;

        Walk(LedgerTables books) {
            this.books = books;
        }

        @Nullable
        String findBreak(@Nullable HighWaterMark mark) throws SQLException {
            HighWaterMark head = books.head();
            if (head == null) {
                return "the ledger has no head";
            }
            String seal = LedgerRow.firstSeal(head.ledger());
            List<Written> chunk;
            do {
                chunk = books.rows(rows + 1, rows + 1 + CHUNK);
                for (Written written : chunk) {
                    String broken = check(written, seal);
                    if (broken != null) {
                        return broken;
                    }
                    seal = written.hash();
                    rows++;
                }
            } while (!chunk.isEmpty());
            return checkEnd(head, seal, mark);
        }

        private @Nullable String check(Written written, String previous) {
            LedgerRow row = written.row();
            if (row.seq() != rows + 1) {
                return "a row is missing, or there twice";
            }
            if (!written.hash().equals(row.seal(previous))) {
                return "this row was changed, or the one before";
            }
            if (row.at() < at) {
                return "this row is older than the one before";
            }
            at = row.at();
            return row instanceof Entry entry ? checkEntry(entry) : checkAnswer((Answer) row);
        }

        private @Nullable String checkEntry(Entry entry) {
            if (!entry.question().equals(draws.computeIfAbsent(entry.draw(), draw -> entry.question()))
                    || entry.draw() > entry.seq()) {
                return "a charge for the draw of another question";
            }
            PrivacyLoss total = totals.merge(entry.account(), entry.loss(), PrivacyLoss::plus);
            return total.equals(entry.total()) ? null : "the account's total is not the sum of its charges";
        }

        private @Nullable String checkAnswer(Answer answer) {
            if (!answer.question().equals(draws.get(answer.draw()))) {
                return "an answer that no charge was made for";
            }
            try {
                ReleaseText.read(answer.text());
                return null;
            } catch (IOException e) {
                return "an answer that cannot be read";
            }
        }

        private @Nullable String checkEnd(HighWaterMark head, String seal, @Nullable HighWaterMark mark)
                throws SQLException {
            if (books.size() != rows) {
                return "rows with numbers that do not follow";
            }
            if (!head.equals(new HighWaterMark(head.ledger(), rows, seal))) {
                return "the last rows are missing, or the head was changed";
            }
            if (mark != null && !mark.equals(LedgerTransaction.markAt(mark.seq(), head.ledger(), books))) {
                return "this is not the ledger that this machine has used before, or not the newest state of it";
            }
            return null;
        }
    }
}
