package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.warehouse.Cells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far do people get? A person reaches a step if some row of theirs meets its condition and they reach the step before; rows of
 * different steps can be different ones.
 *
 * @param steps the conditions, one at least
 * @param predicate a condition on all rows that are looked at, or null for all
 */
public record Funnel(
        TableName table, List<String> steps, @Nullable String predicate, Precision precision, RequestContext context) {
    public Funnel {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "A funnel needs a step at least", "give a condition for each step");
        }
        if (steps.size() > Cells.Funnel.MOST_STEPS) {
            throw LeadgenException.of(
                    ErrorCode.TOO_MANY_CELLS,
                    "A funnel has up to " + Cells.Funnel.MOST_STEPS + " steps, and this one has " + steps.size(),
                    "leave some steps out");
        }
    }
}
