package io.leadgen.runtime.config;

import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.ListOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one question, and all questions together, can use.
 *
 * @param maxRows groups in one answer; {@link #UNLIMITED} for no limit
 * @param queryTimeout time for one question, or null for no limit
 * @param maxConcurrentQueries statements on the warehouse at one time, at least 1
 * @param allowStatementTypes contains SELECT
 */
public record Limits(
        int maxRows,
        @Nullable Duration queryTimeout,
        int maxConcurrentQueries,
        Set<StatementType> allowStatementTypes) {
    public static final int UNLIMITED = SingleValue.NO_LIMIT;

    /** Statements that can be allowed on the warehouse. None of them writes. */
    public enum StatementType {
        SELECT,
        SHOW,
        DESCRIBE,
        EXPLAIN
    }

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is below 1, or SELECT is not allowed
     */
    public Limits {
        if (maxRows < 1 || maxConcurrentQueries < 1 || !allowStatementTypes.contains(StatementType.SELECT)) {
            throw new IllegalArgumentException("limits");
        }
        allowStatementTypes = Collections.unmodifiableSet(EnumSet.copyOf(allowStatementTypes));
    }

    /** {@code limits}. */
    static final class Keys extends Section<Limits> {
        private final Key<Integer> maxRows = defaulted(
                "max_rows", SingleValue.limit(), "10000", "The most groups in one answer. -1 means no limit.");
        private final Key<Integer> queryTimeout = defaulted(
                "query_timeout_seconds",
                SingleValue.limit(),
                "60",
                "The most seconds for one question. -1 means no limit.");
        private final Key<Integer> maxConcurrentQueries = defaulted(
                "max_concurrent_queries",
                SingleValue.integer(1, 1000),
                "5",
                "The most statements on the warehouse at once.");
        private final Key<Set<StatementType>> allowStatementTypes = defaulted(
                "allow_statement_types",
                ListOf.of(SingleValue.oneOfCapitals(StatementType.class))
                        .to(Keys::withSelect, "a list that includes SELECT", Map.of("minItems", 1)),
                "[SELECT]",
                "The statements that leadgen may send: SELECT, and SHOW, DESCRIBE, EXPLAIN.");

        private static Set<StatementType> withSelect(List<StatementType> types) {
            EnumSet<StatementType> set = EnumSet.copyOf(types);
            if (!set.contains(StatementType.SELECT)) {
                throw new IllegalArgumentException("SELECT");
            }
            return set;
        }

        @Override
        protected Limits build(Values values) {
            int seconds = values.get(queryTimeout);
            return new Limits(
                    values.get(maxRows),
                    seconds == UNLIMITED ? null : Duration.ofSeconds(seconds),
                    values.get(maxConcurrentQueries),
                    values.get(allowStatementTypes));
        }
    }
}
