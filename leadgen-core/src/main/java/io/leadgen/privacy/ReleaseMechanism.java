package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger.Order;
import io.leadgen.privacy.BudgetLedger.Outcome;
import io.leadgen.privacy.Drawing.Drawn;
import io.leadgen.privacy.Drawing.Noise;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The only way a number leaves the service: charge, scan, add noise, hide how long that took, charge the rest and store, answer.
 *
 * <p>A question is charged before its scan, and its answer is stored, and paid for in full, before it is returned; nothing is ever
 * refunded. The same question keeps one answer until its epoch ends.
 *
 * <p>Whether a question is refused, and what it costs, depends on the question, the ledger and noisy values, never on true
 * ones.
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
     * @param principal who pays, or null for what is charged to the table alone
     * @param key the identity of everything that the answer depends on
     */
    public record Ask(
            @Nullable Principal principal,
            CallerClass callerClass,
            TableName table,
            QuestionKey key,
            Precision precision) {}

    /**
     * What was released to whom on which terms.
     *
     * @param charged what this call cost whoever asks; nothing if the question was a repeated one
     * @param repeated whether whoever asks had paid for the same question before
     */
    public record Released(Release release, PrivacyLoss charged, boolean repeated, Instant epochEnds) {}

    /** How the truth is found. */
    @FunctionalInterface
    public interface Scan {
        /** Runs the query. */
        Aggregate run();

        /**
         * Called once after {@link #run} and the drawing of noise, or after the failure of either, and before the answer stands:
         * from then on whoever asks the same gets it at once, and could tell when that was. Returns when as much time has passed
         * as may be told. Nothing by default, for where nobody can look at a clock.
         */
        default void hideTime() {}
    }

    /** What a principal may still spend on a table. */
    public PrivacyLoss left(Principal principal, CallerClass callerClass, TableName table) {
        return ledger.left(principal, table, callerClass);
    }

    /**
     * Releases what a shape says from one scan.
     *
     * @param scan runs the query, its cells and measures as the shape has them; called at most once
     * @param charges told of each charge as soon as it is made, also of those for which there will be no answer
     * @throws LeadgenException BUDGET_EXHAUSTED before the scan; also after it, if others have meanwhile spent what an answer
     *     without a coarse form needs
     */
    public Released release(Ask ask, Shape shape, Scan scan, Consumer<PrivacyLoss> charges) {
        // Two draws at once for one question would both be paid for, and one of them for nothing.
        return questions.on(ask.key(), () -> releaseAlone(ask, shape, scan, charges));
    }

    /**
     * Releases several counts from one scan, each for itself: with its own key, price and standing answer, as if it were asked
     * alone.
     *
     * @param scan gets the indices of the counts that no answer stands for, ascending, and returns a scan with a cell for each;
     *     called at most once
     * @param charges told of each charge as soon as it is made, also of those for which there will be no answer
     * @throws LeadgenException BUDGET_EXHAUSTED before the scan, if one of them cannot be paid for
     */
    public List<Released> releaseEach(
            List<Ask> asks, Function<List<Integer>, Scan> scan, Consumer<PrivacyLoss> charges) {
        return questions.onAll(asks.stream().map(Ask::key).toList(), () -> {
            Released[] released = new Released[asks.size()];
            List<Integer> open = new ArrayList<>();
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < released.length; i++) {
                Draft draft = open(asks.get(i), Shape.COUNT, charges);
                released[i] = draft.standing();
                if (draft.standing() == null) {
                    open.add(i);
                    drafts.add(draft);
                }
            }
            if (!open.isEmpty()) {
                List<Drawn> drawn = draw(scan.apply(open), truth -> {
                    List<Drawn> each = new ArrayList<>();
                    for (int i = 0; i < drafts.size(); i++) {
                        each.add(drafts.get(i).finish(truth.only(i)));
                    }
                    return each;
                });
                for (int i = 0; i < drafts.size(); i++) {
                    released[open.get(i)] = settle(drafts.get(i), drawn.get(i), charges);
                }
            }
            return List.of(released);
        });
    }

    private Released releaseAlone(Ask ask, Shape shape, Scan scan, Consumer<PrivacyLoss> charges) {
        Draft draft = open(ask, shape, charges);
        return draft.standing() != null ? draft.standing() : settle(draft, draw(scan, draft::finish), charges);
    }

    private static <T> T draw(Scan scan, Function<Aggregate, T> drawing) {
        try {
            return drawing.apply(scan.run());
        } finally {
            scan.hideTime();
        }
    }

    /**
     * A question whose draw is paid for, or whose answer stands.
     *
     * @param standing the answer that stands, or null; then the rest is there
     */
    private record Draft(
            Order order,
            PrivacyLoss opening,
            @Nullable Released standing,
            long draw,
            @Nullable Drawing drawing) {
        Drawn finish(Aggregate truth) {
            return requireNonNull(drawing).finish(truth);
        }
    }

    private Draft open(Ask ask, Shape shape, Consumer<PrivacyLoss> charges) {
        Instant epochEnds = Epoch.endOf(clock.instant(), ask.callerClass().epoch());
        Order order = new Order(ask.key(), epochEnds, ask.table(), ask.callerClass(), ask.principal());
        PrivacyLoss opening = opening(ask, shape);
        Outcome outcome = ledger.open(order, opening);
        if (outcome instanceof Outcome.Answered standing) {
            charges.accept(standing.charged());
            boolean repeated = standing.charged().equals(PrivacyLoss.NONE);
            Released released = new Released(standing.release(), standing.charged(), repeated, epochEnds);
            return new Draft(order, opening, released, 0, null);
        }
        if (!(outcome instanceof Outcome.Opened opened)) {
            throw exhausted();
        }
        charges.accept(opening);
        Drawing drawing = Drawing.begin(shape, ask.callerClass(), ask.precision(), noise);
        return new Draft(order, opening, null, opened.draw(), drawing);
    }

    /**
     * What is charged before the scan. An answer without a coarse form that cannot be paid for is asked for as a whole, so that it
     * is refused now, for nothing, and not after the scan; unless it stands.
     */
    private PrivacyLoss opening(Ask ask, Shape shape) {
        Price price = Price.of(shape, ask.callerClass(), ask.precision());
        boolean hasCoarseForm = shape instanceof Shape.Named;
        return hasCoarseForm || price.least().fitsIn(left(ask)) ? price.opening() : price.least();
    }

    private PrivacyLoss left(Ask ask) {
        return ask.principal() == null
                ? ledger.left(ask.table(), ask.callerClass())
                : left(ask.principal(), ask.callerClass(), ask.table());
    }

    private Released settle(Draft draft, Drawn drawn, Consumer<PrivacyLoss> charges) {
        Outcome settled = settle(draft, drawn.release());
        if (settled instanceof Outcome.Refused && drawn.instead() != null) {
            settled = settle(draft, drawn.instead());
        }
        if (!(settled instanceof Outcome.Answered answered)) {
            throw exhausted();
        }
        charges.accept(answered.charged());
        PrivacyLoss charged = draft.opening().plus(answered.charged());
        return new Released(answered.release(), charged, false, draft.order().epochEnds());
    }

    private Outcome settle(Draft draft, Release release) {
        PrivacyLoss further = release.cost().minus(draft.opening());
        return ledger.settle(draft.order(), draft.draw(), further, release);
    }

    private static LeadgenException exhausted() {
        return LeadgenException.of(
                ErrorCode.BUDGET_EXHAUSTED,
                "The privacy budget does not allow another answer of this kind now",
                "repeat an earlier question (free until its epoch ends), ask for less precision, or wait until charges"
                        + " leave the window; the data owner can raise a table's lifetime budget");
    }
}
