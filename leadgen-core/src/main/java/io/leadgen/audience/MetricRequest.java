package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;
import org.jspecify.annotations.Nullable;

/**
 * What are the people who match a condition like together?
 *
 * @param column a numeric column; for COUNT any column, or {@code *}
 * @param predicate the condition, or null for everyone
 */
public record MetricRequest(
        TableName table,
        MetricType metric,
        String column,
        @Nullable String predicate,
        Precision precision,
        RequestContext context) {
    public MetricRequest {
        requireNonNull(table, "table");
        requireNonNull(metric, "metric");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
