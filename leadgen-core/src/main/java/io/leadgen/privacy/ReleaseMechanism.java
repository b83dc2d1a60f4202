package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The only way a number leaves the service: charge, scan, add noise, hide how long that took, charge the rest and store, answer.
 *
 * <p>A question is charged before its scan, and its answer is stored, and paid for in full, before it is returned; nothing is ever
 * refunded. The same question keeps one answer until its epoch ends.
 *
 * <p>Whether a question is refused, and what it costs, depends on the question, the ledger and noisy values, never on true
 * ones. Safe for use by several threads.
 */
public final class ReleaseMechanism {
    private final BudgetLedger ledger;
    private final Noise noise;
    private final InstantSource clock;
    private final KeyedLock questions = new KeyedLock();

    /** @param bits where randomness comes from: a {@code SecureRandom} in production, a seeded source in tests */
    public ReleaseMechanism(BudgetLedger ledger, RandomGenerator bits, InstantSource clock) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.noise = Noise.from(bits);
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * A question that is ready to be paid for.
     *
     * @param principal whose budget is charged, or null for what is charged to the table alone
     * @param key the identity of everything that the answer depends on
     */
    public record Ask(
            @Nullable Principal principal,
            CallerClass callerClass,
            TableName table,
            QuestionKey key,
            Mechanism mechanism,
            Precision precision) {
        public Ask {
            requireNonNull(callerClass, "callerClass");
            requireNonNull(table, "table");
            requireNonNull(key, "key");
            requireNonNull(mechanism, "mechanism");
            requireNonNull(precision, "precision");
        }
    }

    /**
     * An answer and its terms.
     *
     * @param charged what this call cost the principal; nothing if the question was a repeated one
     * @param repeated whether the principal had paid for the same question before
     */
    public record Released(Release release, PrivacyLoss charged, boolean repeated, Instant epochEnds) {}

    /** How the truth is found. */
    @FunctionalInterface
    public interface Scan {
        /** Runs the query. */
        Aggregate run();

        /**
         * Called once after {@link #run} and the drawing of noise, or after the failure of either, and before the answer is
         * stored: from then on, anyone who asks the same gets it at once, and could measure when that was. Returns when as much
         * time has passed as may be disclosed. Does nothing by default, for use where nobody can look at a clock.
         */
        default void hideTime() {}
    }

    /** What a principal may still spend on a table. */
    public PrivacyLoss left(Principal principal, CallerClass callerClass, TableName table) {
        return ledger.left(principal, table, callerClass);
    }

    /**
     * Charges questions that share one scan, each by itself: with its own key, price and cached answer, as if it were asked alone.
     *
     * @param charges receives each charge as soon as it is made, also of those for which there will be no answer
     * @return the charge, to be closed by the caller
     * @throws LeadgenException BUDGET_EXHAUSTED if one of them cannot be paid for; LEDGER_UNAVAILABLE
     */
    public Charge charge(List<Ask> asks, Consumer<PrivacyLoss> charges) {
        // Two draws at once for one question would both be paid for, and one of them for nothing.
        Charge charge = new Charge(
                ledger, charges, questions.hold(asks.stream().map(Ask::key).toList()));
        try {
            for (Ask ask : asks) {
                charge.add(ask, Epoch.endOf(clock.instant(), ask.callerClass().epoch()), noise);
            }
            return charge;
        } catch (RuntimeException e) {
            charge.close();
            throw e;
        }
    }
}
