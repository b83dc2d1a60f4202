package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How does an audience change over time?
 *
 * @param timeColumn a DATE or TIMESTAMP column, or one of digits YYYYMM or YYYYMMDD
 * @param every day, week (from Monday), month, quarter or year
 * @param from a day of the first window; with {@code to} left out as well, the windows are found in the data, which costs delta
 * @param to a day of the last window, or null for today
 * @param predicate the condition, or null for everyone
 * @param perUnit in how many windows a person with many rows may count, or null for {@value SegmentRequest#DEFAULT_PER_UNIT}; each
 *     is paid for
 */
public record Trend(
        TableName table,
        String timeColumn,
        String every,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String predicate,
        @Nullable Integer perUnit,
        Precision precision,
        RequestContext context) {
    public Trend {
        requireNonNull(table, "table");
        requireNonNull(timeColumn, "timeColumn");
        requireNonNull(every, "every");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        Segments.checkPerUnit(perUnit);
        if (from == null && to != null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A range of time that ends has to begin",
                    "say from when, or leave both out to find the windows in the data");
        }
    }
}
