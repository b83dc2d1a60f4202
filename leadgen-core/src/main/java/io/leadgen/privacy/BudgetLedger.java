package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was charged and what was answered. Every draw of noise is paid for before its scan, in full and by itself; the first
 * answer that is stored for a question is cached until the question's epoch ends, and no other is ever shown.
 *
 * <p>Each call is one serialisable transaction that is durable when it returns. Implementations are safe for use by several
 * threads, and, if they say so, by several processes. Every method throws {@link LeadgenException} LEDGER_UNAVAILABLE when the
 * ledger cannot be read or written, or is not the one it was; the question is then refused.
 */
public interface BudgetLedger {

    /**
     * A question to be charged.
     *
     * @param key the question
     * @param epochEnds end of the epoch in which the question keeps its answer
     * @param table the table that the question is about
     * @param callerClass whose caps apply
     * @param principal who is charged as well as the table, or null for what is charged to the table alone
     */
    record ChargeRequest(
            QuestionKey key,
            Instant epochEnds,
            TableName table,
            CallerClass callerClass,
            @Nullable Principal principal) {
        public ChargeRequest {
            requireNonNull(key, "key");
            requireNonNull(epochEnds, "epochEnds");
            requireNonNull(table, "table");
            requireNonNull(callerClass, "callerClass");
        }
    }

    /** The result of a request. */
    sealed interface ChargeResult {

        /**
         * An answer is cached, and the principal has paid for it.
         *
         * @param charged what this call charged to the principal (to the table, where the table pays alone): nothing if they
         *     paid before
         */
        record Answered(Release release, PrivacyLoss charged) implements ChargeResult {}

        /**
         * Paid, and to be answered: a draw that no other shares.
         *
         * @param draw its number, which {@link BudgetLedger#settle} asks for
         */
        record Opened(long draw) implements ChargeResult {}

        /** A cap would be passed, and nothing was charged. */
        record Refused() implements ChargeResult {}
    }

    /**
     * Begins. If an answer is cached, the principal pays what the answer has cost, unless they have done so before; the table has
     * paid. Otherwise the price of a draw is charged to the principal and to the table.
     *
     * <p>A principal's cap holds within the class's window over all tables; a table's caps hold within the window and for
     * ever, over all principals of the class.
     */
    ChargeResult open(ChargeRequest request, PrivacyLoss price);

    /**
     * Charges what the answer costs beyond the price of its draw, and keeps it, both or neither. If another answer was
     * stored meanwhile, that one is the answer, and is paid for instead of this one.
     *
     * @param draw the number from {@link #open}
     * @param further charged to the principal and to the table
     * @return {@link ChargeResult.Answered} with what this call charged, or {@link ChargeResult.Refused}
     */
    ChargeResult settle(ChargeRequest request, long draw, PrivacyLoss further, Release release);

    /** What a principal may still spend within the class's window, on all tables together. */
    PrivacyLoss left(Principal principal, CallerClass callerClass);

    /** What all principals of a class may still spend on a table: the smaller of window and lifetime. */
    PrivacyLoss left(TableName table, CallerClass callerClass);

    /** Both of these, at one instant. */
    Left left(Principal principal, TableName table, CallerClass callerClass);

    /**
     * What may still be spent.
     *
     * @param principal by a principal on all tables
     * @param table by all principals of the class on one table
     */
    record Left(PrivacyLoss principal, PrivacyLoss table) {
        /** What the principal may still spend on the table. */
        public PrivacyLoss onTable() {
            return principal.least(table);
        }
    }
}
