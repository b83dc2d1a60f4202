package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.BudgetLedger.ChargeResult;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
     * @param principal whose budget is charged
     * @param people whose budget is charged as well
     * @param key the identity of everything that the answer depends on
     */
    public record Ask(
            Principal principal,
            CallerClass callerClass,
            Population people,
            QuestionKey key,
            Mechanism mechanism,
            Precision precision) {
        public Ask {
            requireNonNull(principal, "principal");
            requireNonNull(callerClass, "callerClass");
            requireNonNull(people, "people");
            requireNonNull(key, "key");
            requireNonNull(mechanism, "mechanism");
            precision = precision.of(callerClass);
        }
    }

    /**
     * An answer and its terms.
     *
     * @param charged what this call cost the principal; nothing if the question was a repeated one
     * @param repeated whether the principal had paid for the same question before
     */
    public record Released(Release release, PrivacyLoss charged, boolean repeated, Instant epochEnds) {
        /** What is known of a condition that no row can meet: for nothing, and for ever. */
        public static final Released NOBODY = new Released(
                new Release(
                        List.of(Release.Cell.of(new Release.NoisyValue(BigDecimal.ZERO, 0), List.of())),
                        false,
                        PrivacyLoss.NONE),
                PrivacyLoss.NONE,
                false,
                Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** How the truth is found. */
    @FunctionalInterface
    public interface Scan {
        /** Runs the query. */
        Aggregate run();

        /**
         * Called once after {@link #run} and the drawing of noise, or after the failure of either, and before the answer is
         * stored: from then on, a repeated question is answered at once, and could measure when that was. Returns when as much
         * time has passed as may be disclosed. Does nothing by default, for use where nobody can measure time.
         */
        default void hideTime() {}
    }

    /**
     * How many of several counts are paid for, the dearest: as many as one unit can change. A replaced unit leaves {@code perUnit} of them at
     * most and enters as many others. Each has noise of its own, so its prices add up, and the loss is that of the worst choice
     * of so many counts. Those that are not paid for are no further loss.
     */
    public static int paidFor(int counts, int perUnit) {
        return (int) Math.min(counts, 2L * perUnit);
    }

    /**
     * Charges questions that share one scan, each with its own key and cached answer, as if it were asked alone.
     *
     * @param perUnit how many of them one unit can be in at most, if they are several counts
     * @param charges receives each charge as soon as it is made, also of those for which there will be no answer
     * @return the charge, to be closed by the caller
     * @throws LeadgenException BUDGET_EXHAUSTED if one of them cannot be paid for; LEDGER_UNAVAILABLE
     */
    public Charge charge(List<Ask> asks, int perUnit, Consumer<PrivacyLoss> charges) {
        // Two draws at once for one question would both be paid for, and one of them for nothing.
        Charge charge = new Charge(
                ledger,
                charges,
                paidFor(asks.size(), perUnit),
                questions.hold(asks.stream().map(Ask::key).toList()));
        try {
            for (Ask ask : asks) {
                charge.add(ask, Epoch.endOf(clock.instant(), ask.mechanism().epoch(ask.callerClass())), noise);
            }
            return charge;
        } catch (RuntimeException e) {
            charge.close();
            throw e;
        }
    }

    /**
     * Questions that are charged and not answered yet. While it is open, nobody else draws an answer for one of them, so close it
     * soon. For one thread.
     */
    public static final class Charge implements AutoCloseable {
        /**
         * One of the questions: its answer where it is cached, else the release that the opening has paid for.
         *
         * @param opening the price of its draw
         * @param charged what was charged of that
         * @param draw the ledger's number of the draw, 0 for a cached answer
         */
        private record Entry(
                ChargeRequest request,
                PrivacyLoss opening,
                PrivacyLoss charged,
                long draw,
                @Nullable OpenRelease open,
                @Nullable Released cached) {}

        private final BudgetLedger ledger;
        private final Consumer<PrivacyLoss> charges;
        private final int paidFor;
        private final KeyedLock.Held locks;
        private final List<Entry> entries = new ArrayList<>();

        /** Takes over the locks. */
        Charge(BudgetLedger ledger, Consumer<PrivacyLoss> charges, int paidFor, KeyedLock.Held locks) {
            this.ledger = ledger;
            this.charges = charges;
            this.paidFor = paidFor;
            this.locks = locks;
        }

        void add(Ask ask, Instant epochEnds, Noise noise) {
            ChargeRequest request =
                    new ChargeRequest(ask.key(), epochEnds, ask.people(), ask.callerClass(), ask.principal());
            PrivacyLoss opening = opening(ask);
            PrivacyLoss price = open().size() < paidFor ? opening : PrivacyLoss.NONE;
            ChargeResult result = ledger.open(request, price);
            if (result instanceof ChargeResult.Answered cached) {
                charges.accept(cached.charged());
                boolean repeated = cached.charged().equals(PrivacyLoss.NONE);
                entries.add(new Entry(
                        request,
                        opening,
                        PrivacyLoss.NONE,
                        0,
                        null,
                        new Released(cached.release(), cached.charged(), repeated, epochEnds)));
            } else if (result instanceof ChargeResult.Opened opened) {
                charges.accept(price);
                OpenRelease open = ask.mechanism().open(ask.callerClass(), ask.precision(), noise);
                entries.add(new Entry(request, opening, price, opened.draw(), open, null));
            } else {
                throw exhausted(ask.mechanism().least(ask.callerClass(), ask.precision()), request);
            }
        }

        /**
         * What is charged before the scan. An answer without a coarse form that cannot be paid for is requested as a whole, so that it
         * is refused now, for nothing, and not after the scan; unless it is cached.
         */
        private PrivacyLoss opening(Ask ask) {
            PrivacyLoss least = ask.mechanism().least(ask.callerClass(), ask.precision());
            return ask.mechanism().hasCoarseForm()
                            || least.fitsIn(ledger.left(ask.principal(), ask.people(), ask.callerClass())
                                    .both())
                    ? ask.mechanism().opening(ask.callerClass())
                    : least;
        }

        /** The places of the questions that no answer is cached for, ascending. */
        public List<Integer> open() {
            List<Integer> open = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).open() != null) {
                    open.add(i);
                }
            }
            return open;
        }

        /**
         * Scans, adds noise, hides how long that took, charges the rest, stores the answers.
         *
         * @param scan the cells of the only question that is {@link #open}; if several are, one cell for each. Not run if none is
         * @return the answers of all questions, in their order
         * @throws LeadgenException BUDGET_EXHAUSTED if others have meanwhile spent what an answer without a coarse form needs;
         *     LEDGER_UNAVAILABLE; whatever the scan throws
         */
        public List<Released> release(Scan scan) {
            Released[] released = entries.stream().map(Entry::cached).toArray(Released[]::new);
            List<Integer> open = open();
            List<List<Release>> drawn = open.isEmpty() ? List.of() : draw(scan);
            int paid = 0;
            for (int next : dearestFirst(open, drawn)) {
                Entry entry = entries.get(open.get(next));
                boolean pays = paid < paidFor;
                Released settled = settle(entry, drawn.get(next), pays);
                released[open.get(next)] = settled;
                boolean own = drawn.get(next).contains(settled.release());
                paid += pays && own && !settled.charged().equals(entry.charged()) ? 1 : 0;
            }
            return List.of(released);
        }

        /** The places of what is to be settled. If some are not paid for, those that are must be the dearest. */
        private List<Integer> dearestFirst(List<Integer> open, List<List<Release>> drawn) {
            return IntStream.range(0, open.size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            place -> further(
                                    entries.get(open.get(place)),
                                    drawn.get(place).get(0)),
                            PrivacyLoss.DEAREST_FIRST))
                    .toList();
        }

        private static PrivacyLoss further(Entry entry, Release answer) {
            return answer.cost().minus(entry.opening());
        }

        private List<List<Release>> draw(Scan scan) {
            try {
                Aggregate truth = scan.run();
                boolean several = open().size() > 1;
                List<List<Release>> drawn = new ArrayList<>();
                for (Entry entry : entries) {
                    if (entry.open() != null) {
                        drawn.add(entry.open().finish(several ? truth.only(drawn.size()) : truth));
                    }
                }
                return drawn;
            } finally {
                scan.hideTime();
            }
        }

        private Released settle(Entry entry, List<Release> answers, boolean pays) {
            for (Release answer : answers) {
                PrivacyLoss further = pays ? further(entry, answer) : PrivacyLoss.NONE;
                ChargeResult result = ledger.settle(entry.request(), entry.draw(), further, answer);
                if (result instanceof ChargeResult.Answered answered) {
                    charges.accept(answered.charged());
                    PrivacyLoss charged = entry.charged().plus(answered.charged());
                    return new Released(
                            answered.release(), charged, false, entry.request().epochEnds());
                }
            }
            throw exhausted(further(entry, answers.get(answers.size() - 1)), entry.request());
        }

        /** Lets others ask the same questions. */
        @Override
        public void close() {
            locks.close();
        }

        /** Says which part of which budget is used up, as far as it can be seen after the refusal. */
        private LeadgenException exhausted(PrivacyLoss price, ChargeRequest request) {
            BudgetLedger.Left left = request.principal() == null
                    ? new BudgetLedger.Left(price, ledger.left(request.people(), request.callerClass()))
                    : ledger.left(request.principal(), request.people(), request.callerClass());
            boolean own = !price.fitsIn(left.principal());
            PrivacyLoss budget = own ? left.principal() : left.people();
            if (price.rho().compareTo(budget.rho()) <= 0 && price.delta().compareTo(budget.delta()) > 0) {
                return LeadgenException.of(
                        ErrorCode.BUDGET_EXHAUSTED,
                        "The delta of the privacy budget, which answers use that name values found in the data, does not allow"
                                + " another one now",
                        "ask about columns with declared values or with bands, which need no delta; the data owner declares"
                                + " values in the configuration");
            }
            return LeadgenException.of(
                    ErrorCode.BUDGET_EXHAUSTED,
                    (own ? "Your privacy budget" : "The privacy budget that all callers have for these people")
                            + " does not allow another answer of this kind now",
                    "repeat an earlier question (free until its epoch ends), ask for less precision, or wait until charges"
                            + " leave the window; the data owner can raise the lifetime budget of these people");
        }
    }
}
