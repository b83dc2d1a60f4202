package io.leadgen.mcp.tools;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.MetricEstimate.Percentile;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.BreakdownShapes;
import io.leadgen.runtime.answer.CatalogShapes;
import io.leadgen.runtime.answer.CatalogShapes.Names;
import io.leadgen.runtime.answer.CompactTable;
import io.leadgen.runtime.answer.FreeShapes.Export;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers as text, for clients that give a model nothing else: a sentence, every number with its ± in a compact table, and what
 * it cost.
 */
public final class AnswerText {
    private static final int MOST_NAMES = 300;
    private static final String SEPARATOR = " · ";
    private static final String SUPPRESSED = "suppressed";

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

    static String of(Names names, String what) {
        List<String> all = names.names();
        if (all.isEmpty()) {
            return "No " + what + " is in your scope.";
        }
        return all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES
                        ? ", and " + (all.size() - MOST_NAMES) + " more in the structured answer"
                        : "");
    }

    static String of(TableMetadata metadata) {
        return metadata.table() + ": " + metadata.columns().size() + " of " + metadata.columnCount() + " columns, unit "
                + metadata.unit() + (metadata.truncated() ? ". Use search to find others." : "")
                + ("\n" + CompactTable.of(CatalogShapes.METADATA, metadata, "columns")).stripTrailing()
                + policy(metadata.applied());
    }

    static String of(PartitionInfo partitions) {
        if (partitions.partitionColumns().isEmpty()) {
            return "The table has no partitions.";
        }
        return CompactTable.of(CatalogShapes.PARTITIONS, partitions, "partition_columns")
                + (partitions.required() == null
                        ? "No filter is required."
                        : "Every predicate must filter on " + partitions.required() + ".");
    }

    static String of(AudienceEstimate estimate) {
        if (estimate.isOfNobody()) {
            return "0 people, exactly: no row can meet the condition" + subject(estimate.table(), estimate.predicate())
                    + "\nfree, and the table was not read" + policy(estimate.applied());
        }
        Long count = estimate.approxCount();
        return (count == null
                        ? "Suppressed: " + tooFew(estimate.below())
                        : number(BigDecimal.valueOf(count), estimate.interval()) + " people")
                + subject(estimate.table(), estimate.predicate())
                + footer(estimate.coarse(), estimate.privacy(), estimate.applied());
    }

    static String of(MetricEstimate estimate) {
        String what = estimate.metricType() + "(" + estimate.metricColumn() + ")";
        BigDecimal value = estimate.metricValue();
        String values = estimate.suppressed()
                ? what + " is suppressed: " + tooFew(estimate.below())
                : estimate.percentiles().isEmpty() && value != null
                        ? what + " = " + number(value, estimate.interval())
                        : estimate.percentiles().stream()
                                .map(each ->
                                        "P" + each.percent() + "(" + estimate.metricColumn() + ") " + percentile(each))
                                .collect(Collectors.joining(", "));
        Long count = estimate.approxCount();
        return values
                + (count == null ? "" : ", over about " + CompactTable.number(BigDecimal.valueOf(count)) + " people")
                + subject(estimate.table(), estimate.predicate())
                + clamped(estimate.clamping())
                + footer(estimate.coarse(), estimate.privacy(), estimate.applied());
    }

    private static String percentile(Percentile percentile) {
        BigDecimal value = percentile.value();
        Interval rank = percentile.rank();
        return value == null || rank == null
                ? "is suppressed: its rank is too uncertain"
                : "about " + CompactTable.number(value) + ", between P" + CompactTable.number(rank.low()) + " and P"
                        + CompactTable.number(rank.high());
    }

    static String of(AudienceSegments answer) {
        return about(
                "People by " + String.join(", ", answer.columns()),
                answer.terms(),
                rows(CompactTable.of(BreakdownShapes.SEGMENTS, answer, "segments"))
                        + (answer.truncated() ? "\nThere are more segments than are shown." : "")
                        + (answer.found() ? "\nValues that few people share are left out." : ""));
    }

    static String of(AudienceTrend answer) {
        return about(
                "People by " + answer.every() + " of " + answer.timeColumn(),
                answer.terms(),
                rows(CompactTable.of(BreakdownShapes.TREND, answer, "windows")));
    }

    static String of(AudienceFunnel answer) {
        return about(
                "Start: " + size(answer.start(), answer.terms()),
                answer.terms(),
                rows(CompactTable.of(BreakdownShapes.FUNNEL, answer, "steps")));
    }

    static String of(AudienceOverlap answer) {
        return about(
                "Reach: " + size(answer.reach(), answer.terms()),
                answer.terms(),
                rows(CompactTable.of(BreakdownShapes.OVERLAP, answer, "audiences"))
                        + "\nIn these audiences and no other:"
                        + rows(CompactTable.of(BreakdownShapes.OVERLAP, answer, "atoms"))
                        + (answer.pairs().isEmpty()
                                ? ""
                                : "\nPairs:" + rows(CompactTable.of(BreakdownShapes.OVERLAP, answer, "pairs"))));
    }

    static String of(ColumnProfile answer) {
        return about(
                answer.column() + " (" + answer.type() + ")",
                answer.terms(),
                rows(CompactTable.of(BreakdownShapes.PROFILE, answer, "values"))
                        + (answer.truncated() ? "\nThere are more values than are shown." : ""));
    }

    /** An answer with its subject and its terms. */
    static String about(String answer, ReleaseInfo terms, String details) {
        return answer
                + subject(terms.table(), terms.predicate())
                + details
                + (details.contains(SUPPRESSED)
                        ? "\n" + SUPPRESSED + ": fewer than about " + terms.below() + " people"
                        : "")
                + footer(terms.coarse(), terms.privacy(), terms.applied());
    }

    static String of(PredicateCheck check) {
        return "Valid: " + check.canonical() + "\ncost " + check.costLeast() + " to " + check.costMost() + SEPARATOR
                + "left " + check.budgetLeft()
                + questions(
                        check.budgetLeft().pico() / Math.max(1, check.costMost().pico()))
                + policy(check.applied());
    }

    /** The export itself. */
    static String of(Export export) {
        return String.valueOf(export.content());
    }

    static String of(BudgetStatement statement) {
        BudgetStatement.Account table = statement.table();
        return left(statement.caller().name(), statement.principal())
                + (table == null ? "" : "\n" + left("table " + statement.tableName(), table))
                + "\ncharges expire after " + statement.windowDays() + " days";
    }

    private static String left(String whose, BudgetStatement.Account account) {
        return whose + ": " + account.left().rho() + " of " + account.budget().rho() + " left";
    }

    private static String clamped(@Nullable Clamping clamping) {
        if (clamping == null || clamping.outside() == null) {
            return "";
        }
        BigDecimal outside = clamping.outside().below().add(clamping.outside().above());
        return "\nabout " + CompactTable.number(outside.movePointRight(2)) + " % of people lie outside "
                + CompactTable.number(BigDecimal.valueOf(clamping.bounds().lower())) + " to "
                + CompactTable.number(BigDecimal.valueOf(clamping.bounds().upper())) + " and count as the nearer bound";
    }

    private static String subject(TableName table, @Nullable String predicate) {
        return " in " + table + (predicate == null ? "" : " where " + predicate);
    }

    private static String tooFew(@Nullable Integer below) {
        return "fewer than about " + below + " people match";
    }

    static String size(NoisyCount size, ReleaseInfo release) {
        Long count = size.approxCount();
        return count == null
                ? "fewer than about " + release.below() + " people"
                : number(BigDecimal.valueOf(count), size.interval()) + " people";
    }

    static String number(BigDecimal value, @Nullable Interval interval) {
        return CompactTable.number(value, interval);
    }

    private static String rows(String table) {
        return table.isEmpty() ? "\nNo group has enough people to be shown." : "\n" + table.stripTrailing();
    }

    private static String footer(boolean coarse, PrivacyStatement privacy, AppliedPolicy applied) {
        List<String> parts = new ArrayList<>();
        parts.add("± 95 % confidence");
        if (coarse) {
            parts.add("coarser than requested, because of the budget");
        }
        parts.add(
                (privacy.repeated() ? "free (cached)" : "cost " + privacy.cost().rho())
                        + ", repeats are free until "
                        + privacy.epochEnds().truncatedTo(ChronoUnit.SECONDS));
        parts.add("left " + privacy.budgetLeft().rho() + questions(privacy.questionsLeft()));
        return "\n" + String.join(SEPARATOR, parts) + policy(applied);
    }

    private static String questions(long count) {
        return " (about " + CompactTable.number(BigDecimal.valueOf(count)) + " similar questions)";
    }

    private static String policy(AppliedPolicy applied) {
        List<String> parts = new ArrayList<>();
        if (applied.require() != null) {
            parts.add("added to every question: " + applied.require());
        }
        if (applied.rowFilter() != null) {
            parts.add("row filter: " + applied.rowFilter());
        }
        if (applied.partition() != null) {
            parts.add("every predicate must filter on " + applied.partition());
        }
        return parts.isEmpty() ? "" : "\n" + String.join(SEPARATOR, parts);
    }
}
