package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How many people match a condition?
 *
 * @param predicate the condition, or null for everyone
 */
public record CountRequest(TableName table, @Nullable String predicate, Precision precision, RequestContext context) {
    public CountRequest {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
