package io.leadgen.runtime.config;

/**
 * What the service tells its operator.
 *
 * @param propagateRequestIds whether a caller's request id is used in answers, logs and the audit log; else each question
 *     gets a new one
 */
public record Observability(LogLevel logLevel, boolean propagateRequestIds) {
    /** The settings of a file that says nothing. */
    public static final Observability DEFAULT = new Observability(LogLevel.INFO, true);

    /** From silent to talkative. */
    public enum LogLevel {
        OFF,
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }
}
