package io.leadgen.cli.report;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a report. {@link ReportPlan} chooses what they leave open.
 *
 * @param steps of a funnel within the audience; empty for one that leads to it, by the conditions of the predicate
 * @param by groupings, each a breakdown by itself; empty for columns whose values are declared
 * @param time the time column, or null for the table's only one
 * @param every the length of a window: day, week, month, quarter or year
 * @param from a day of the first window, or null for {@value ReportPlan#WINDOWS} windows
 * @param to a day of the last window, or null for today
 * @param profiles columns
 * @param without kinds of sections to omit
 */
public record ReportRequest(
        TableName table,
        String predicate,
        List<String> steps,
        List<List<String>> by,
        @Nullable String time,
        String every,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> profiles,
        Set<Kind> without,
        Precision precision) {

    public enum Kind {
        FUNNEL,
        SEGMENTS,
        TREND
    }
}
