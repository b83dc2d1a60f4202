package io.leadgen.question.answer;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;

/**
 * A metric of each segment.
 *
 * @param type SUM or AVG
 * @param column a numeric column
 */
public record GroupMetric(MetricType type, String column) {

    /**
     * Checks the values.
     *
     * @throws LeadgenException METRIC_UNSUPPORTED for another type
     */
    public GroupMetric {
        requireNonNull(column, "column");
        if (type != MetricType.SUM && type != MetricType.AVG) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    "Segments support SUM and AVG only",
                    "ask for other metrics with a condition on the segment");
        }
    }

    /**
     * Reads {@code SUM:column}.
     *
     * @throws LeadgenException INVALID_ARGUMENT for another form, METRIC_UNSUPPORTED for another type
     */
    public static GroupMetric parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw LeadgenException.invalid("A metric of a segment is written TYPE:column", "for example AVG:age");
        }
        return new GroupMetric(
                MetricType.parse(text.substring(0, colon)),
                text.substring(colon + 1).strip());
    }
}
