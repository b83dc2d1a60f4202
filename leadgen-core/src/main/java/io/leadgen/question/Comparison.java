package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;

/**
 * How does one audience differ from another?
 *
 * @param precision of the mean of the three parts: who is in the first only, in the second only, in both
 */
public record Comparison(TableName table, String first, String second, Precision precision, RequestContext context) {
    public Comparison {
        requireNonNull(table, "table");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
