package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Which values does a column have?
 *
 * @param predicate the condition on the people who are looked at, or null for everyone
 */
public record Profile(
        TableName table, String column, @Nullable String predicate, Precision precision, RequestContext context) {
    public Profile {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
