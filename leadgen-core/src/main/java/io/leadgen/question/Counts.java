package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import java.util.List;

/**
 * How many people match each of several conditions? Each is answered, and paid for, as if it were asked alone; all of them take
 * one scan.
 *
 * @param predicates the conditions, one at least
 */
public record Counts(TableName table, List<String> predicates, Precision precision, RequestContext context) {
    /** Conditions in one request. */
    public static final int MOST = 100;

    public Counts {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        predicates = List.copyOf(predicates);
        if (predicates.isEmpty()) {
            throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "A count of several needs a condition at least");
        }
        if (predicates.size() > MOST) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "One request counts up to " + MOST + " conditions, and this one has " + predicates.size(),
                    "ask in several requests");
        }
    }
}
