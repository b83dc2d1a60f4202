package io.leadgen.audience;

import io.leadgen.audit.AuditEvent;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Rho;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question from its beginning to its audit event. Collects, on the way, what the event will say. */
final class AuditedCall {
    private final RequestContext context;
    private final InstantSource clock;
    private final Instant started;
    private @Nullable String shape;
    private Rho cost = Rho.ZERO;
    private int scans;

    private AuditedCall(RequestContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * Answers a question and records that it was asked, whether it was answered or not. An answer that cannot be recorded is
     * withheld.
     *
     * @param work answers; whatever it throws that is no {@link LeadgenException} is a defect
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
            throw LeadgenException.causedBy(
                    ErrorCode.INTERNAL, "A defect of leadgen kept this question from being answered", e);
        } finally {
            // An exception thrown here takes the place of the answer: that is what fails closed.
            sink.record(call.event(question, table, callerClass, outcome));
        }
    }

    void shape(String text) {
        shape = text;
    }

    void charged(Rho rho) {
        cost = cost.plus(rho);
    }

    void scanned() {
        scans++;
    }

    RequestContext context() {
        return context;
    }

    long elapsedMs() {
        return Duration.between(started, clock.instant()).toMillis();
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
                cost,
                scans);
    }
}
