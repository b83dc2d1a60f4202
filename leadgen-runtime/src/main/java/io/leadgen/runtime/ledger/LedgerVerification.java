package io.leadgen.runtime.ledger;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.ledger.LedgerRow.Answer;
import io.leadgen.runtime.ledger.LedgerRow.Entry;
import io.leadgen.runtime.ledger.LedgerRow.Question;
import io.leadgen.runtime.ledger.LedgerTables.StoredRow;
import java.io.IOException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of checking a ledger.
 *
 * @param rows number of correct charges and answers before the first error
 * @param firstBreak the first error, or null if there is none
 */
public record LedgerVerification(long rows, @Nullable Break firstBreak) {

    /**
     * An error in a ledger.
     *
     * @param row the number of the row, from 1; if rows are missing at the end, of the first missing one
     * @param reason what is wrong
     */
    public record Break(long row, String reason) {}

    /** True if there is no error. The hashes have no key, so a complete forgery is not detected. */
    public boolean isIntact() {
        return firstBreak == null;
    }

    static LedgerVerification of(LedgerTables tables, @Nullable HighWaterMark mark) throws SQLException {
        Walk walk = new Walk(tables);
        String broken;
        try {
            broken = walk.findBreak(mark);
        } catch (SQLDataException e) {
            broken = "a column has an impossible value";
        }
        return new LedgerVerification(walk.rows, broken == null ? null : new Break(walk.rows + 1, broken));
    }

    private static final class Walk {
        private static final long CHUNK = 1_000;

        private final LedgerTables tables;
        private final Map<String, PrivacyLoss> totals = new HashMap<>();
        private final Map<Long, Question> draws = new HashMap<>();
        private long rows;
        private long at = Long.MIN_VALUE;

        Walk(LedgerTables tables) {
            this.tables = tables;
        }

        @Nullable
        String findBreak(@Nullable HighWaterMark mark) throws SQLException {
            HighWaterMark head = tables.head();
            if (head == null) {
                return "the ledger has no head";
            }
            String hash = LedgerRow.firstHash(head.ledger());
            List<StoredRow> chunk;
            do {
                chunk = tables.rows(rows + 1, rows + 1 + CHUNK);
                for (StoredRow stored : chunk) {
                    String broken = check(stored, hash);
                    if (broken != null) {
                        return broken;
                    }
                    hash = stored.hash();
                    rows++;
                }
            } while (!chunk.isEmpty());
            return checkEnd(head, hash, mark);
        }

        private @Nullable String check(StoredRow stored, String previous) {
            LedgerRow row = stored.row();
            if (row.seq() != rows + 1) {
                return "a row is missing or duplicated";
            }
            if (!stored.hash().equals(row.hash(previous))) {
                return "this row does not match its hash";
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
                return "the charge belongs to the release of another question";
            }
            PrivacyLoss total = totals.merge(entry.account(), entry.loss(), PrivacyLoss::plus);
            return total.equals(entry.total()) ? null : "the total of the account is not the sum of its charges";
        }

        private @Nullable String checkAnswer(Answer answer) {
            if (!answer.question().equals(draws.get(answer.draw()))) {
                return "the answer has no charge";
            }
            try {
                ReleaseText.read(answer.text());
                return null;
            } catch (IOException e) {
                return "the answer is not readable";
            }
        }

        private @Nullable String checkEnd(HighWaterMark head, String hash, @Nullable HighWaterMark mark)
                throws SQLException {
            if (tables.size() != rows) {
                return "the numbers of the rows are not consecutive";
            }
            if (!head.equals(new HighWaterMark(head.ledger(), rows, hash))) {
                return "the last rows are missing, or the head was modified";
            }
            if (mark != null && !mark.equals(LedgerTransaction.markAt(mark.seq(), head.ledger(), tables))) {
                return "this is a different ledger than this machine has used before, or an older state of it";
            }
            return null;
        }
    }
}
