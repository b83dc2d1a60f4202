package io.leadgen.runtime.config;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one question, and all questions together, may take.
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
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** The figures of a file that says nothing. */
    public static final Limits DEFAULT = new Limits(10_000, Duration.ofSeconds(60), 5, Set.of(StatementType.SELECT));

    public Limits {
        if (maxRows < 1 || maxConcurrentQueries < 1 || !allowStatementTypes.contains(StatementType.SELECT)) {
            throw new IllegalArgumentException("limits");
        }
        allowStatementTypes = Collections.unmodifiableSet(EnumSet.copyOf(allowStatementTypes));
    }
}
