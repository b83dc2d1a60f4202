package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger.Order;
import io.leadgen.privacy.BudgetLedger.Outcome;
import io.leadgen.privacy.Drawing.Drawn;
import io.leadgen.privacy.Drawing.Noise;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The only way a number leaves the service: charge, scan, add noise, charge the rest and store, answer.
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
    private final OneAtATime questions = new OneAtATime();

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

    /** What a principal may still spend on a table. */
    public PrivacyLoss left(Principal principal, CallerClass callerClass, TableName table) {
        return ledger.left(principal, callerClass).least(ledger.left(table, callerClass));
    }

    /**
     * Releases what a shape says from one scan.
     *
     * @param scan runs the query, its cells and measures as the shape has them; called at most once
     * @throws LeadgenException BUDGET_EXHAUSTED before the scan; also after it, if the answer has no coarse form and cannot be
     *     paid for
     */
    public Released release(Ask ask, Shape shape, Supplier<Aggregate> scan) {
        // Two draws at once for one question would both be paid for, and one of them for nothing.
        return questions.on(ask.key(), () -> releaseAlone(ask, shape, scan));
    }

    private Released releaseAlone(Ask ask, Shape shape, Supplier<Aggregate> scan) {
        Instant epochEnds = Epoch.endOf(clock.instant(), ask.callerClass().epoch());
        Order order = new Order(ask.key(), epochEnds, ask.table(), ask.callerClass(), ask.principal());
        PrivacyLoss opening =
                Price.of(shape, ask.callerClass(), ask.precision()).opening();
        Outcome outcome = ledger.open(order, opening);
        if (outcome instanceof Outcome.Answered standing) {
            boolean repeated = standing.charged().equals(PrivacyLoss.NONE);
            return new Released(standing.release(), standing.charged(), repeated, epochEnds);
        }
        if (!(outcome instanceof Outcome.Opened opened)) {
            throw exhausted();
        }
        Drawing drawing = Drawing.begin(shape, ask.callerClass(), ask.precision(), noise);
        Drawn drawn = drawing.finish(scan.get());
        Outcome settled = settle(order, opened.draw(), opening, drawn.release());
        if (settled instanceof Outcome.Refused && drawn.instead() != null) {
            settled = settle(order, opened.draw(), opening, drawn.instead());
        }
        if (!(settled instanceof Outcome.Answered answered)) {
            throw exhausted();
        }
        return new Released(answered.release(), opening.plus(answered.charged()), false, epochEnds);
    }

    private Outcome settle(Order order, long draw, PrivacyLoss paid, Release release) {
        return ledger.settle(order, draw, release.cost().minus(paid), release);
    }

    private static LeadgenException exhausted() {
        return LeadgenException.of(
                ErrorCode.BUDGET_EXHAUSTED,
                "The privacy budget does not allow another answer of this kind now",
                "repeat an earlier question (free until its epoch ends), ask for less precision, or wait until charges"
                        + " leave the window; the data owner can raise a table's lifetime budget");
    }
}
