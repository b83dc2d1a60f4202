package io.leadgen.audience;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One call of the service from its beginning to its audit event. Collects, on the way, what the event will say. */
final class AuditedCall {
    private final RequestContext context;
    private final InstantSource clock;
    private final Instant started;
    private @Nullable String shape;
    private PrivacyLoss cost = PrivacyLoss.NONE;
    private int scans;
    private long shownMs;

    private AuditedCall(RequestContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * Answers a question and records that it was asked, whether it was answered or not. An answer that cannot be recorded is
     * withheld.
     *
     * @param work answers; anything it throws that is not a {@link LeadgenException} is an internal error
     */
    static <T> T run(
            String question,
            @Nullable TableName table,
            RequestContext context,
            String callerClass,
            AuditSink sink,
            InstantSource clock,
            Function<AuditedCall, T> work) {
        AuditedCall call = new AuditedCall(context, clock);
        @Nullable ErrorCode outcome = ErrorCode.INTERNAL;
        try {
            context.cancellation().check();
            T answer = work.apply(call);
            outcome = null;
            return answer;
        } catch (LeadgenException e) {
            outcome = e.code();
            throw e;
        } catch (RuntimeException e) {
            throw LeadgenException.causedBy(ErrorCode.INTERNAL, "An internal error prevented an answer", e);
        } finally {
            // An exception thrown here takes the place of the answer: that is what fails closed.
            sink.record(call.event(question, table, callerClass, outcome));
        }
    }

    void shape(String text) {
        shape = text;
    }

    /** What this call has cost so far. */
    PrivacyLoss cost() {
        return cost;
    }

    void charged(PrivacyLoss loss) {
        cost = cost.plus(loss);
    }

    void scanned() {
        scans++;
    }

    RequestContext context() {
        return context;
    }

    /** The warehouse, as this call asks it. */
    Warehouse asking(Warehouse warehouse) {
        return warehouse.onBehalfOf(context.requestId(), context.cancellation());
    }

    /**
     * Waits until the time since the beginning of this call is a step, two, four, eight or so on. How long a scan takes can disclose
     * something of what was scanned; which of these few moments comes next discloses next to nothing. A cancelled call gets no
     * answer, done or not: else the moment of cancelling would measure the scan.
     *
     * @throws LeadgenException CANCELLED
     */
    void hideTime(Duration step) {
        if (step.isZero()) {
            return;
        }
        long passed = Math.max(0, Duration.between(started, clock.instant()).toNanos());
        Duration shown = step;
        while (shown.toNanos() <= passed) {
            shown = shown.multipliedBy(2);
        }
        shownMs = shown.toMillis();
        context.cancellation().pause(shown.minusNanos(passed));
    }

    /** How long the call has taken, as far as it may be disclosed. */
    long elapsedMs() {
        return shownMs > 0
                ? shownMs
                : Duration.between(started, clock.instant()).toMillis();
    }

    private AuditEvent event(
            String question, @Nullable TableName table, String callerClass, @Nullable ErrorCode outcome) {
        return new AuditEvent(
                clock.instant(),
                context.requestId(),
                context.principal().name(),
                callerClass,
                question,
                table,
                shape,
                outcome,
                cost.rho(),
                scans);
    }
}
