package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.Precision;

/**
 * How does one audience differ from another?
 *
 * @param precision of the mean of the three parts: who is in the first only, in the second only, in both
 */
public record CompareRequest(
        TableName table, String first, String second, Precision precision, RequestContext context) {
    public CompareRequest {
        requireNonNull(table, "table");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
    }
}
