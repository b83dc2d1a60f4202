package io.leadgen.privacy;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was charged and what was answered. Implementations are safe for use by several threads, and each call is one
 * transaction that is durable when it returns.
 *
 * <p>Every method throws {@link LeadgenException} LEDGER_UNAVAILABLE when the ledger cannot be read or written; the question is
 * then refused.
 */
public interface BudgetLedger {

    /**
     * A charge to be made.
     *
     * @param principal who pays, or null for what is charged to the table alone
     * @param callerClass whose caps apply
     * @param table of which table
     * @param key for which question
     * @param epochEnds end of the epoch in which the question keeps its answer
     * @param step which part of the question, from 0: each is charged once
     * @param rho how much
     */
    record Charge(
            @Nullable Principal principal,
            CallerClass callerClass,
            TableName table,
            QuestionKey key,
            Instant epochEnds,
            int step,
            Rho rho) {}

    /** What became of a charge. */
    enum Outcome {
        CHARGED,
        /** Whoever asks has paid for this before, in this epoch. */
        REPEATED,
        REFUSED
    }

    /**
     * What may still be spent.
     *
     * @param principal by the principal, within the window
     * @param table on the table by all principals of the class, the smaller of window and lifetime
     */
    record Balance(Rho principal, Rho table) {
        /** What may still be spent by the principal on the table. */
        public Rho available() {
            return principal.compareTo(table) < 0 ? principal : table;
        }
    }

    /**
     * Charges, unless this step of this question was charged already in this epoch, at this price: then nothing is charged anew
     * to whoever paid. A table is charged once for a question, each principal once.
     *
     * @return REFUSED if a cap would be passed; nothing is charged then
     */
    Outcome charge(Charge charge);

    /** The answer that stands for a question until its epoch ends, if there is one. */
    Optional<Release> find(QuestionKey key, Instant epochEnds);

    /**
     * Keeps an answer, unless one stands already.
     *
     * @return the answer that stands: the only one that may be shown
     */
    Release store(QuestionKey key, Instant epochEnds, Release release);

    Balance balance(Principal principal, CallerClass callerClass, TableName table);
}
