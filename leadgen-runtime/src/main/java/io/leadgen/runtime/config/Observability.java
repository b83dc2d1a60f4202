package io.leadgen.runtime.config;

import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;

/**
 * What the service reports to its operator.
 *
 * @param propagateRequestIds whether a caller's request id is used in answers, logs and the audit log; else each question
 *     gets a new one
 */
public record Observability(LogLevel logLevel, boolean propagateRequestIds) {
    /** From silent to detailed. */
    public enum LogLevel {
        OFF,
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /** {@code observability}. */
    static final class Keys extends Section<Observability> {
        private final Key<LogLevel> logLevel =
                defaulted("log_level", SingleValue.oneOf(LogLevel.class), "info", "How much leadgen logs.");
        private final Key<Boolean> propagateRequestIds = defaulted(
                "propagate_request_ids",
                SingleValue.bool(),
                "true",
                "Use the caller's request id in answers, logs and the audit log.");

        @Override
        protected Observability build(Values values) {
            return new Observability(values.get(logLevel), values.get(propagateRequestIds));
        }
    }
}
