package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;
import org.jspecify.annotations.Nullable;

/**
 * How many people match a condition?
 *
 * @param predicate the condition, or null for everyone
 */
public record Count(TableName table, @Nullable String predicate, Precision precision, RequestContext context) {
    public Count {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
