package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.warehouse.Cells;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How do audiences overlap?
 *
 * @param audiences up to five conditions by a name for each, in an order that matters for what each adds to the reach
 */
public record Overlap(TableName table, Map<String, String> audiences, Precision precision, RequestContext context) {
    private static final int LONGEST_NAME = 100;

    public Overlap {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        audiences = Collections.unmodifiableMap(new LinkedHashMap<>(audiences));
        if (audiences.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "An overlap needs an audience at least", "name two to five conditions");
        }
        if (audiences.size() > Cells.Atoms.MOST_AUDIENCES) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "Up to " + Cells.Atoms.MOST_AUDIENCES + " audiences are laid over each other, and these are "
                            + audiences.size(),
                    "leave some out");
        }
        for (String name : audiences.keySet()) {
            if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "An audience has a printable name of 1 to " + LONGEST_NAME + " characters",
                        null);
            }
        }
    }
}
