package io.leadgen.mcp.tools;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.export.ExportFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers in a sentence or two, for people who look on and for clients that pass on text only. */
public final class AnswerText {
    private static final int MOST_NAMES = 20;

    private AnswerText() {}

    /** A rejection: its code, what is wrong, and what to do. */
    public static String of(LeadgenException error, @Nullable String hint, String requestId) {
        String further = error.diagnostics().stream()
                .map(Diagnostic::hint)
                .filter(each -> each != null && (hint == null || !hint.contains(each)))
                .distinct()
                .collect(Collectors.joining("; "));
        String advice = Stream.of(hint, further)
                .filter(each -> each != null && !each.isEmpty())
                .collect(Collectors.joining("; "));
        return error.code() + ": " + error.getMessage() + "." + (advice.isEmpty() ? "" : " What to do: " + advice + ".")
                + " Request " + requestId;
    }

    static String names(String what, List<String> names) {
        if (names.isEmpty()) {
            return "No " + what + " is in your scope.";
        }
        String more = names.size() > MOST_NAMES ? ", and " + (names.size() - MOST_NAMES) + " more" : "";
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more;
    }

    static String of(TableMetadata metadata) {
        String columns = metadata.columns().stream()
                .map(TableMetadata.ColumnInfo::name)
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return metadata.table() + ": " + metadata.columns().size() + " of " + metadata.columnCount() + " columns"
                + (columns.isEmpty() ? "." : ": " + columns)
                + (metadata.columns().size() > MOST_NAMES ? ", …" : "")
                + (metadata.truncated() ? " Use search to find others." : "");
    }

    static String of(PartitionInfo partitions) {
        String names = partitions.partitionColumns().stream()
                .map(PartitionInfo.PartitionColumn::name)
                .collect(Collectors.joining(", "));
        if (partitions.required() != null) {
            return "Every predicate must filter on " + partitions.required() + ".";
        }
        return names.isEmpty()
                ? "The table has no partitions."
                : "Partitioned by " + names + "; no filter is required.";
    }

    static String of(AudienceEstimate estimate) {
        return size(estimate.approxCount(), estimate.interval(), estimate.below())
                + coarse(estimate.coarse())
                + cost(estimate.privacy());
    }

    static String of(MetricEstimate estimate) {
        String what = estimate.metricType() + " of " + estimate.metricColumn();
        if (estimate.suppressed()) {
            return what + " is suppressed: fewer than " + estimate.below() + " people have a value."
                    + cost(estimate.privacy());
        }
        String value = estimate.percentiles().isEmpty()
                ? String.valueOf(estimate.metricValue())
                : estimate.percentiles().stream()
                        .map(each -> "P" + each.percent() + " " + each.value())
                        .collect(Collectors.joining(", "));
        return what + ": about " + value + interval(estimate.interval()) + "." + coarse(estimate.coarse())
                + cost(estimate.privacy());
    }

    static String of(AudienceSegments answer) {
        return answer.segments().size() + " groups by " + String.join(", ", answer.columns())
                + (answer.truncated() ? ", and more that are not told." : ".") + terms(answer.terms());
    }

    static String of(AudienceTrend answer) {
        List<AudienceTrend.Window> windows = answer.windows();
        String range = windows.isEmpty()
                ? "No window has enough people."
                : "From " + windows.get(0).start() + " by " + answer.every() + ": "
                        + windows.stream()
                                .limit(MOST_NAMES)
                                .map(window -> size(window.size()))
                                .collect(Collectors.joining(", "))
                        + (windows.size() > MOST_NAMES ? ", …" : "") + ".";
        return range + terms(answer.terms());
    }

    static String of(AudienceFunnel answer) {
        return size(answer.start()) + " at the start, then "
                + answer.steps().stream().map(step -> size(step.size())).collect(Collectors.joining(", "))
                + "." + terms(answer.terms());
    }

    static String of(AudienceOverlap answer) {
        return answer.audiences().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + size(entry.getValue().size()))
                        .collect(Collectors.joining(", "))
                + "; together they reach " + size(answer.reach()) + "." + terms(answer.terms());
    }

    static String of(ColumnProfile answer) {
        String values = answer.values().stream()
                .limit(MOST_NAMES)
                .map(value -> value.condition() == null ? String.valueOf(value.value()) : value.condition())
                .collect(Collectors.joining("; "));
        return answer.column() + " (" + answer.type() + "): "
                + (values.isEmpty() ? "no value that enough people share" : values)
                + (answer.truncated() || answer.values().size() > MOST_NAMES ? "; …" : "") + "."
                + terms(answer.terms());
    }

    static String of(PredicateCheck check) {
        return "Valid: " + check.canonical() + ". A count costs "
                + plain(check.costLeast().value()) + " to "
                + plain(check.costMost().value()) + " of the "
                + plain(check.budgetLeft().value()) + " that are left.";
    }

    static String exported(TableName table, ExportFormat format, String content) {
        return "The audience on " + table + " as " + format + ", " + content.length() + " characters.";
    }

    static String of(BudgetStatement statement) {
        BudgetStatement.Account table = statement.table();
        return left("You", statement.principal())
                + (table == null ? "" : " " + left("Table " + statement.tableName(), table));
    }

    private static String left(String whose, BudgetStatement.Account account) {
        return whose + ": " + plain(account.left().rho().value()) + " of "
                + plain(account.budget().rho().value()) + " left.";
    }

    private static String size(@Nullable Long count, @Nullable Interval interval, @Nullable Integer below) {
        return count == null
                ? "Suppressed: fewer than " + below + " people, so no number is told."
                : "About " + number(count) + " people" + interval(interval) + ".";
    }

    private static String size(NoisyCount count) {
        Long approximately = count.approxCount();
        return approximately == null ? "too few to tell" : number(approximately);
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "" : " (95% interval " + interval.low() + " to " + interval.high() + ")";
    }

    private static String terms(ReleaseInfo terms) {
        return coarse(terms.coarse()) + cost(terms.privacy());
    }

    private static String coarse(boolean coarse) {
        return coarse ? " Coarser than asked for: the budget allows no more." : "";
    }

    private static String cost(PrivacyStatement privacy) {
        return privacy.repeated()
                ? " Asked before, so free."
                : " Cost " + plain(privacy.cost().rho().value()) + "; " + number(privacy.questionsLeft())
                        + " questions like this are left.";
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
