package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Which values does a column have?
 *
 * @param predicate the condition on the people who are looked at, or null for everyone
 */
public record ProfileRequest(
        TableName table, String column, @Nullable String predicate, Precision precision, RequestContext context) {
    public ProfileRequest {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
