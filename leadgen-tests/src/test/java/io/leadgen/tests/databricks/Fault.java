package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong with one request, see {@link FaultPlan}. */
public sealed interface Fault {

    /** Nothing goes wrong; for the gaps in a sequence. */
    static Fault none() {
        return new Latency(Duration.ZERO);
    }

    /** The request is answered, but only after this time. */
    static Fault latency(Duration time) {
        return new Latency(time);
    }

    /** No answer comes; the connection is closed after this time. */
    static Fault stall(Duration time) {
        return new Stall(time);
    }

    /** 429 with {@code Retry-After}, in whole seconds. */
    static Fault tooManyRequests(Duration retryAfter) {
        return new Refusal(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests, slow down.", retryAfter);
    }

    /** 503 with {@code Retry-After}, in whole seconds. */
    static Fault unavailable(Duration retryAfter) {
        return new Refusal(503, "TEMPORARILY_UNAVAILABLE", "The service is not available now.", retryAfter);
    }

    /** 500. */
    static Fault internalError() {
        return new Refusal(500, "INTERNAL_ERROR", "Something went wrong inside.", null);
    }

    /** 403, as for a service principal that may not use the warehouse. */
    static Fault forbidden() {
        return new Refusal(403, "PERMISSION_DENIED", "The caller may not use this SQL warehouse.", null);
    }

    /** The connection is reset before the request is looked at. */
    static Fault reset() {
        return new Reset();
    }

    /** The request is carried out, but only half of the answer arrives. */
    static Fault truncated() {
        return new Truncation();
    }

    /** All tokens given out so far are void from now on, that of this request too. */
    static Fault revokedTokens() {
        return new Revocation();
    }

    /** The statement waits for its warehouse to start, PENDING for this time. Only for {@link Endpoint#EXECUTE}. */
    static Fault warehouseStarting(Duration time) {
        return new Course(time, Duration.ZERO, null);
    }

    /** The statement is RUNNING for this time before the engine sees it. Only for {@link Endpoint#EXECUTE}. */
    static Fault slowStatement(Duration time) {
        return new Course(Duration.ZERO, time, null);
    }

    /** The statement ends as FAILED, and the engine never sees it. Only for {@link Endpoint#EXECUTE}. */
    static Fault failedStatement(SqlFailure failure) {
        return new Course(Duration.ZERO, Duration.ZERO, requireNonNull(failure, "failure"));
    }

    /** See {@link #latency}. */
    record Latency(Duration time) implements Fault {}

    /** See {@link #stall}. */
    record Stall(Duration time) implements Fault {}

    /**
     * An answer that is no success.
     *
     * @param errorCode the answer's {@code error_code}
     * @param retryAfter null for an answer without that header
     */
    record Refusal(
            int status,
            String errorCode,
            String message,
            @Nullable Duration retryAfter) implements Fault {}

    /** See {@link #reset}. */
    record Reset() implements Fault {}

    /** See {@link #truncated}. */
    record Truncation() implements Fault {}

    /** See {@link #revokedTokens}. */
    record Revocation() implements Fault {}

    /**
     * What becomes of a statement.
     *
     * @param pending time before it runs
     * @param running time before the engine sees it
     * @param failure how it ends then, or null for the engine to say
     */
    record Course(
            Duration pending, Duration running, @Nullable SqlFailure failure) implements Fault {
        static final Course NORMAL = new Course(Duration.ZERO, Duration.ZERO, null);
    }
}
