package io.leadgen.question;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What are the people who match a condition like together?
 *
 * @param percents for PERCENTILE which ones, 1 to 99, one at least; for MIN, MEDIAN and MAX the one that each stands for; else
 *     none
 * @param column a numeric column; for COUNT any column, or {@code *}
 * @param predicate the condition, or null for everyone
 */
public record Metric(
        TableName table,
        MetricType metric,
        List<Integer> percents,
        String column,
        @Nullable String predicate,
        Precision precision,
        RequestContext context) {
    /** Percentiles in one request: each is paid for. */
    public static final int MOST_PERCENTS = 20;

    private static final Pattern PERCENTILE = Pattern.compile("P([1-9][0-9]?)");

    public Metric {
        requireNonNull(table, "table");
        requireNonNull(metric, "metric");
        requireNonNull(column, "column");
        requireNonNull(precision, "precision");
        requireNonNull(context, "context");
        percents = metric == MetricType.PERCENTILE ? List.copyOf(percents) : metric.percents();
        if (metric == MetricType.PERCENTILE
                && (percents.isEmpty()
                        || percents.size() > MOST_PERCENTS
                        || percents.stream().distinct().count() < percents.size()
                        || percents.stream().anyMatch(percent -> percent < 1 || percent > 99))) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A percentile is a whole number from 1 to 99, and each is asked for once, " + MOST_PERCENTS
                            + " at most",
                    "for example P90");
        }
    }

    /** A metric that needs no percentile. */
    public Metric(
            TableName table,
            MetricType metric,
            String column,
            @Nullable String predicate,
            Precision precision,
            RequestContext context) {
        this(table, metric, List.of(), column, predicate, precision, context);
    }

    /**
     * A metric by its name: COUNT, SUM, AVG, MIN, MAX, MEDIAN, P1 to P99, or several percentiles with commas between, {@code
     * P10,P50,P90}; case does not matter.
     *
     * @throws LeadgenException METRIC_UNSUPPORTED
     */
    public static Metric named(
            TableName table,
            String metric,
            String column,
            @Nullable String predicate,
            Precision precision,
            RequestContext context) {
        String name = metric.strip().toUpperCase(Locale.ROOT);
        List<Integer> percents = new ArrayList<>();
        for (String part : name.split(",", -1)) {
            Matcher percentile = PERCENTILE.matcher(part.strip());
            if (percentile.matches()) {
                percents.add(Integer.valueOf(percentile.group(1)));
            } else if (part.strip().equals(MetricType.MEDIAN.name()) && name.contains(",")) {
                percents.addAll(MetricType.MEDIAN.percents());
            } else {
                return new Metric(table, MetricType.parse(name), column, predicate, precision, context);
            }
        }
        return new Metric(table, MetricType.PERCENTILE, percents, column, predicate, precision, context);
    }
}
