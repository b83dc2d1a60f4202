package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import io.leadgen.warehouse.GroupKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How does an audience break down?
 *
 * @param by one to three groupings: {@code column} for its values, {@code column[18, 30, 45]} for bands, {@code column:month} for
 *     calendar units
 * @param metric a metric of each segment beside its size, or null
 * @param predicate the condition, or null for everyone
 * @param perUnit in how many segments a person with many rows may count, or null for {@value #DEFAULT_PER_UNIT}; each is paid for
 */
public record Segments(
        TableName table,
        List<String> by,
        @Nullable Metric metric,
        @Nullable String predicate,
        @Nullable Integer perUnit,
        Precision precision,
        RequestContext context) {
    static final int DEFAULT_PER_UNIT = 4;
    private static final int MOST_PER_UNIT = 100;

    /**
     * A metric of a segment.
     *
     * @param type SUM or AVG
     */
    public record Metric(MetricType type, String column) {
        public Metric {
            requireNonNull(column, "column");
            if (type != MetricType.SUM && type != MetricType.AVG) {
                throw LeadgenException.of(
                        ErrorCode.METRIC_UNSUPPORTED,
                        "Segments have SUM and AVG beside their size",
                        "ask for other metrics with a condition on the segment");
            }
        }

        /** Reads {@code SUM:column}. */
        public static Metric parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "A metric of a segment is written TYPE:column",
                        "for example AVG:age");
            }
            return new Metric(
                    MetricType.parse(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                    text.substring(colon + 1).strip());
        }
    }

    public Segments {
        requireNonNull(table, "table");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        by = List.copyOf(by);
        if (by.isEmpty() || by.size() > GroupKey.MOST) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "An audience is broken down by one to " + GroupKey.MOST + " columns",
                    "for example income_level, or age[18, 30, 45, 65]");
        }
        checkPerUnit(perUnit);
    }

    static void checkPerUnit(@Nullable Integer perUnit) {
        if (perUnit != null && (perUnit < 1 || perUnit > MOST_PER_UNIT)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "A person can count in 1 to " + MOST_PER_UNIT + " of them", null);
        }
    }
}
