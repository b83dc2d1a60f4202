package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was charged and what was answered. Every draw of noise is paid for before its scan, in full and by itself; several counts
 * of one scan that one person cannot all be in are paid for together. The first answer that is stored for a question is
 * cached until the question's epoch ends, and no other is ever shown.
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
     * @param people the people whom the question is about
     * @param callerClass whose caps apply
     * @param principal who is charged as well as the people, or null for what is charged to the people alone
     */
    record ChargeRequest(
            QuestionKey key,
            Instant epochEnds,
            Population people,
            CallerClass callerClass,
            @Nullable Principal principal) {
        public ChargeRequest {
            requireNonNull(key, "key");
            requireNonNull(epochEnds, "epochEnds");
            requireNonNull(people, "people");
            requireNonNull(callerClass, "callerClass");
        }
    }

    /** The result of a request. */
    sealed interface ChargeResult {

        /**
         * An answer is cached, and the principal has paid for it.
         *
         * @param charged what this call charged to the principal (to the people, where they pay alone): nothing if they
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
     * Begins. If an answer is cached, the principal pays what the answer has cost, unless they have done so before; the people have
     * paid. Otherwise the price of a draw is charged to the principal and to the people.
     *
     * <p>A principal's cap holds within the class's window over all tables. The caps of people hold within the window and for ever,
     * over all principals of the class and all tables that these people are in.
     */
    ChargeResult open(ChargeRequest request, PrivacyLoss price);

    /**
     * Charges what the answer costs beyond the price of its draw, and keeps it, both or neither. If another answer was
     * stored meanwhile, that one is the answer, and is paid for instead of this one.
     *
     * @param draw the number from {@link #open}
     * @param further charged to the principal and to the people
     * @return {@link ChargeResult.Answered} with what this call charged, or {@link ChargeResult.Refused}
     */
    ChargeResult settle(ChargeRequest request, long draw, PrivacyLoss further, Release release);

    /** What a principal may still spend within the class's window, on all tables together. */
    PrivacyLoss left(Principal principal, CallerClass callerClass);

    /** What all principals of a class may still spend on people: the smaller of window and lifetime. */
    PrivacyLoss left(Population people, CallerClass callerClass);

    /** Both of these, at one instant. */
    Left left(Principal principal, Population people, CallerClass callerClass);

    /**
     * Where charges are booked, for each class, so that no regrouping of tables gives budget back: what was charged to a table counts
     * for the population that it is in now, and what was charged to a population stays with it when a table leaves.
     *
     * @param population the name under which it was charged, or null for any
     * @param table the table that it was charged for, or null for any
     */
    record Account(@Nullable String population, @Nullable TableName table) {

        /** The accounts on which a charge is booked. */
        public static List<Account> booked(Population people) {
            Account ofTable = new Account(null, people.table());
            return people.name() == null
                    ? List.of(ofTable)
                    : List.of(ofTable, new Account(people.name(), null), new Account(people.name(), people.table()));
        }

        /** The accounts whose totals hold all that was spent on people, some of it twice. */
        public static List<Account> holding(Population people) {
            List<Account> holding = new ArrayList<>();
            people.tables().forEach(table -> holding.add(new Account(null, table)));
            if (people.name() != null) {
                holding.add(new Account(people.name(), null));
            }
            return holding;
        }

        /** The accounts of what those hold twice: it is in the total of a table and in that of the population. */
        public static List<Account> heldTwice(Population people) {
            String name = people.name();
            return name == null
                    ? List.of()
                    : people.tables().stream()
                            .map(table -> new Account(name, table))
                            .toList();
        }
    }

    /**
     * What may still be spent.
     *
     * @param principal by a principal on all tables
     * @param people by all principals of the class on the people
     */
    record Left(PrivacyLoss principal, PrivacyLoss people) {
        /** What the principal may still spend on the people. */
        public PrivacyLoss both() {
            return principal.least(people);
        }
    }
}
