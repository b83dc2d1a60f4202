package io.leadgen.runtime.json;

import io.leadgen.audience.Applied;
import io.leadgen.audience.AudienceComparison;
import io.leadgen.audience.AudienceEstimate;
import io.leadgen.audience.AudienceFunnel;
import io.leadgen.audience.AudienceOverlap;
import io.leadgen.audience.AudienceSegments;
import io.leadgen.audience.AudienceTrend;
import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.ColumnProfile;
import io.leadgen.audience.Interval;
import io.leadgen.audience.MetricEstimate;
import io.leadgen.audience.MetricType;
import io.leadgen.audience.NoisyCount;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.PredicateCheck;
import io.leadgen.audience.PrivacyStatement;
import io.leadgen.audience.SegmentRequest;
import io.leadgen.audience.TableMetadata;
import io.leadgen.audience.Terms;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.Edit;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.Delta;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that callers see, as trees for {@link JsonText}: one shape for the command line, for tools of agents and for
 * everything else, so that whoever has read one of them can read all.
 *
 * <p>Keys have a fixed order. A key whose value is unknown or withheld is there, with null; only {@code coarse}, {@code fix}, and what is
 * not declared about a column, is left out.
 */
public final class AnswerDocument {
    private AnswerDocument() {}

    /** {@code {"catalogs": […]}}. */
    public static Map<String, @Nullable Object> catalogs(List<String> catalogs, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalogs", catalogs);
        tree.put("request_id", requestId);
        return tree;
    }

    /** {@code {"catalog": …, "schemas": […]}}. */
    public static Map<String, @Nullable Object> schemas(String catalog, List<String> schemas, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", catalog);
        tree.put("schemas", schemas);
        tree.put("request_id", requestId);
        return tree;
    }

    /** {@code {"catalog": …, "schema": …, "tables": […]}}, the tables by their last part. */
    public static Map<String, @Nullable Object> tables(
            String catalog, String schema, List<TableName> tables, String requestId) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", catalog);
        tree.put("schema", schema);
        tree.put("tables", tables.stream().map(TableName::table).toList());
        tree.put("request_id", requestId);
        return tree;
    }

    /** A table's columns and what is declared about it. */
    public static Map<String, @Nullable Object> of(TableMetadata metadata) {
        Map<String, @Nullable Object> tree = table(metadata.table());
        tree.put("comment", metadata.comment());
        tree.put("unit", metadata.unit());
        tree.put(
                "columns",
                metadata.columns().stream().map(AnswerDocument::column).toList());
        tree.put("matching", metadata.matching());
        tree.put("column_count", metadata.columnCount());
        tree.put("truncated", metadata.truncated());
        tree.put("searched_for", metadata.searchedFor());
        tree.put("applied", applied(metadata.applied()));
        tree.put("request_id", metadata.requestId());
        return tree;
    }

    /** Real tables have hundreds of columns, so a column says only what there is to say. */
    private static Map<String, @Nullable Object> column(TableMetadata.ColumnInfo column) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type());
        tree.put("nullable", column.nullable());
        tree.put("comment", column.comment());
        if (column.partition()) {
            tree.put("partition", true);
        }
        if (!column.values().isEmpty()) {
            tree.put("values", column.values());
        }
        if (column.bounds() != null) {
            tree.put("bounds", pair(column.bounds()));
        }
        if (column.definition() != null) {
            tree.put("definition", column.definition());
        }
        if (column.owner() != null) {
            tree.put("owner", column.owner());
        }
        if (!column.tags().isEmpty()) {
            tree.put("tags", column.tags());
        }
        return tree;
    }

    /** A table's partition columns. */
    public static Map<String, @Nullable Object> of(PartitionInfo partitions) {
        Map<String, @Nullable Object> tree = table(partitions.table());
        tree.put(
                "partition_columns",
                partitions.partitionColumns().stream()
                        .map(AnswerDocument::partitionColumn)
                        .toList());
        tree.put("required", partitions.required());
        tree.put("request_id", partitions.requestId());
        return tree;
    }

    private static Map<String, @Nullable Object> partitionColumn(PartitionInfo.PartitionColumn column) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", column.name());
        tree.put("type", column.type());
        tree.put("comment", column.comment());
        return tree;
    }

    /** The size of an audience. */
    public static Map<String, @Nullable Object> of(AudienceEstimate estimate) {
        Map<String, @Nullable Object> tree = table(estimate.table());
        tree.put("approx_count", estimate.approxCount());
        tree.put("predicate", estimate.predicate());
        tree.put("suppressed", estimate.suppressed());
        tree.put("below", estimate.below());
        tree.put("interval", interval(estimate.interval()));
        if (estimate.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", privacy(estimate.privacy()));
        tree.put("applied", applied(estimate.applied()));
        tree.put("request_id", estimate.requestId());
        tree.put("elapsed_ms", estimate.elapsedMs());
        return tree;
    }

    /** A metric over an audience. */
    public static Map<String, @Nullable Object> of(MetricEstimate estimate) {
        Map<String, @Nullable Object> tree = table(estimate.table());
        tree.put("metric_type", estimate.metricType().name());
        tree.put("metric_column", estimate.metricColumn());
        tree.put("metric_value", estimate.metricValue());
        if (estimate.metricType() == MetricType.PERCENTILE) {
            tree.put(
                    "percentiles",
                    estimate.percentiles().stream()
                            .map(AnswerDocument::percentile)
                            .toList());
        }
        tree.put("approx_count", estimate.approxCount());
        tree.put("predicate", estimate.predicate());
        tree.put("suppressed", estimate.suppressed());
        tree.put("below", estimate.below());
        tree.put("interval", interval(estimate.interval()));
        tree.put("clamped_to", estimate.clampedTo() == null ? null : pair(estimate.clampedTo()));
        tree.put("robust", estimate.robust());
        if (estimate.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", privacy(estimate.privacy()));
        tree.put("applied", applied(estimate.applied()));
        tree.put("request_id", estimate.requestId());
        tree.put("elapsed_ms", estimate.elapsedMs());
        return tree;
    }

    private static Map<String, @Nullable Object> percentile(MetricEstimate.Percentile percentile) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("percentile", percentile.percent());
        tree.put("value", percentile.value());
        return tree;
    }

    /** The sizes of several audiences. */
    public static Map<String, @Nullable Object> of(List<AudienceEstimate> estimates) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("counts", estimates.stream().map(AnswerDocument::of).toList());
        return tree;
    }

    /** How an audience breaks down. */
    public static Map<String, @Nullable Object> of(AudienceSegments answer) {
        Map<String, @Nullable Object> tree = subject(answer.terms());
        tree.put("columns", answer.columns());
        SegmentRequest.Metric metric = answer.metric();
        if (metric != null) {
            tree.put("metric_type", metric.type().name());
            tree.put("metric_column", metric.column());
            tree.put("clamped_to", answer.clampedTo() == null ? null : pair(answer.clampedTo()));
        }
        tree.put(
                "segments",
                answer.segments().stream()
                        .map(segment -> segment(segment, metric))
                        .toList());
        tree.put("truncated", answer.truncated());
        tree.put("found", answer.found());
        tree.put("per_unit", answer.perUnit());
        return with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> segment(
            AudienceSegments.Segment segment, SegmentRequest.@Nullable Metric metric) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", segment.key());
        size(tree, segment.size());
        if (metric != null) {
            tree.put("metric_value", segment.metricValue());
            tree.put("metric_interval", interval(segment.metricInterval()));
        }
        return tree;
    }

    /** How an audience changes over time. */
    public static Map<String, @Nullable Object> of(AudienceTrend answer) {
        Map<String, @Nullable Object> tree = subject(answer.terms());
        tree.put("time_column", answer.timeColumn());
        tree.put("every", answer.every());
        tree.put("zone", answer.zone());
        tree.put(
                "windows", answer.windows().stream().map(AnswerDocument::window).toList());
        tree.put("found", answer.found());
        tree.put("per_unit", answer.perUnit());
        return with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> window(AudienceTrend.Window window) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("start", window.start().toString());
        tree.put("end", window.end().toString());
        size(tree, window.size());
        return tree;
    }

    /** How far people get. */
    public static Map<String, @Nullable Object> of(AudienceFunnel answer) {
        Map<String, @Nullable Object> start = new LinkedHashMap<>();
        size(start, answer.start());
        Map<String, @Nullable Object> tree = subject(answer.terms());
        tree.put("start", start);
        tree.put("steps", answer.steps().stream().map(AnswerDocument::step).toList());
        return with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> step(AudienceFunnel.Step step) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("predicate", step.predicate());
        size(tree, step.size());
        tree.put("share", step.share());
        tree.put("share_of_first", step.shareOfFirst());
        return tree;
    }

    /** How audiences overlap. */
    public static Map<String, @Nullable Object> of(AudienceOverlap answer) {
        Map<String, @Nullable Object> audiences = new LinkedHashMap<>();
        answer.audiences().forEach((name, member) -> {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("predicate", member.predicate());
            size(tree, member.size());
            tree.put("adds", sized(member.adds()));
            audiences.put(name, tree);
        });
        Map<String, @Nullable Object> tree = subject(answer.terms());
        tree.put("audiences", audiences);
        tree.put("atoms", answer.atoms().stream().map(AnswerDocument::atom).toList());
        tree.put("reach", sized(answer.reach()));
        tree.put("pairs", answer.pairs().stream().map(AnswerDocument::pair).toList());
        return with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> atom(AudienceOverlap.Atom atom) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("in", atom.in());
        size(tree, atom.size());
        return tree;
    }

    private static Map<String, @Nullable Object> pair(AudienceOverlap.Pair pair) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("first", pair.first());
        tree.put("second", pair.second());
        tree.put("both", sized(pair.both()));
        tree.put("either", sized(pair.either()));
        tree.put("only_first", sized(pair.onlyFirst()));
        tree.put("only_second", sized(pair.onlySecond()));
        tree.put("share_of_first", pair.shareOfFirst());
        tree.put("share_of_second", pair.shareOfSecond());
        return tree;
    }

    /** How two audiences differ in size. */
    public static Map<String, @Nullable Object> of(AudienceComparison answer) {
        Map<String, @Nullable Object> size = new LinkedHashMap<>();
        size.put("first", sized(answer.first()));
        size.put("second", sized(answer.second()));
        size.put("both", sized(answer.both()));
        size.put("only_first", sized(answer.onlyFirst()));
        size.put("only_second", sized(answer.onlySecond()));
        size.put("difference", difference(answer.difference()));
        Map<String, @Nullable Object> tree = table(answer.terms().table());
        tree.put("size", size);
        return with(answer.terms(), tree);
    }

    private static @Nullable Map<String, @Nullable Object> difference(
            AudienceComparison.@Nullable Difference difference) {
        if (difference == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("approx_count", difference.count());
        tree.put("interval", interval(difference.interval()));
        return tree;
    }

    /** The values of a column. */
    public static Map<String, @Nullable Object> of(ColumnProfile answer) {
        Map<String, @Nullable Object> tree = subject(answer.terms());
        tree.put("column", answer.column());
        tree.put("type", answer.type());
        tree.put("kind", answer.kind().name().toLowerCase(Locale.ROOT));
        tree.put("values", answer.values().stream().map(AnswerDocument::value).toList());
        tree.put("null_share", answer.nullShare());
        tree.put("low", answer.low());
        tree.put("high", answer.high());
        tree.put("truncated", answer.truncated());
        return with(answer.terms(), tree);
    }

    private static Map<String, @Nullable Object> value(ColumnProfile.Value value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", value.value());
        tree.put("literal", value.literal());
        tree.put("condition", value.condition());
        size(tree, value.size());
        tree.put("share", value.share());
        return tree;
    }

    private static Map<String, @Nullable Object> sized(NoisyCount count) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        size(tree, count);
        return tree;
    }

    private static void size(Map<String, @Nullable Object> tree, NoisyCount count) {
        tree.put("approx_count", count.approxCount());
        tree.put("suppressed", count.suppressed());
        tree.put("interval", interval(count.interval()));
    }

    private static Map<String, @Nullable Object> subject(Terms terms) {
        Map<String, @Nullable Object> tree = table(terms.table());
        tree.put("predicate", terms.predicate());
        return tree;
    }

    private static Map<String, @Nullable Object> with(Terms terms, Map<String, @Nullable Object> tree) {
        tree.put("below", terms.below());
        if (terms.coarse()) {
            tree.put("coarse", true);
        }
        tree.put("privacy", privacy(terms.privacy()));
        tree.put("applied", applied(terms.applied()));
        tree.put("request_id", terms.requestId());
        tree.put("elapsed_ms", terms.elapsedMs());
        return tree;
    }

    /** What is left of a caller's budgets. */
    public static Map<String, @Nullable Object> of(BudgetStatement statement) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("principal", statement.caller().name());
        tree.put("class", statement.callerClass().name());
        tree.put("window_days", statement.windowDays());
        tree.put("principal_budget", account(statement.principal()));
        TableName table = statement.tableName();
        BudgetStatement.Account ofTable = statement.table();
        if (table != null && ofTable != null) {
            tree.putAll(table(table));
            tree.put("table_budget", account(ofTable));
        }
        tree.put("request_id", statement.requestId());
        return tree;
    }

    private static Map<String, @Nullable Object> account(BudgetStatement.Account account) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("budget", account.budget().rho().value());
        tree.put("budget_left", account.left().rho().value());
        tree.put("delta", account.budget().delta().value());
        tree.put("delta_left", account.left().delta().value());
        tree.put("epsilon", rounded(account.guarantee().epsilon()));
        tree.put("epsilon_delta", account.guarantee().delta());
        tree.put("ceiling", rounded(account.guarantee().ceiling()));
        return tree;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.CEILING);
    }

    /** What a count would ask and cost. */
    public static Map<String, @Nullable Object> of(PredicateCheck check) {
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("least", check.costLeast().value());
        cost.put("most", check.costMost().value());
        Map<String, @Nullable Object> tree = table(check.table());
        tree.put("valid", true);
        tree.put("predicate", check.predicate());
        tree.put("canonical", check.canonical());
        tree.put("columns", check.columns().stream().map(ColumnName::value).toList());
        tree.put("cost", cost);
        tree.put("budget_left", check.budgetLeft().value());
        tree.put("applied", applied(check.applied()));
        tree.put("sql", check.sql());
        tree.put("request_id", check.requestId());
        return tree;
    }

    /**
     * An audience that was exported.
     *
     * @param format its name
     * @param file where it was written to, or null
     * @param content what was exported, or null if it is in a file
     */
    public static Map<String, @Nullable Object> export(
            TableName table,
            String predicate,
            String format,
            @Nullable String file,
            @Nullable String content,
            String requestId) {
        Map<String, @Nullable Object> tree = table(table);
        tree.put("predicate", predicate);
        tree.put("format", format);
        tree.put("file", file);
        tree.put("content", content);
        tree.put("request_id", requestId);
        return tree;
    }

    /**
     * {@code {"error": {…}}}.
     *
     * @param requestId the id of the question, or null if it failed before it had one
     */
    public static Map<String, @Nullable Object> of(LeadgenException error, @Nullable String requestId) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("code", error.code().name());
        body.put("category", error.code().category().name());
        body.put("message", error.getMessage());
        body.put("hint", error.hint());
        if (error.part() != null) {
            body.put("part", error.part());
        }
        body.put(
                "diagnostics",
                error.diagnostics().stream().map(AnswerDocument::diagnostic).toList());
        body.put("request_id", requestId);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("error", body);
        return tree;
    }

    private static Map<String, @Nullable Object> diagnostic(Diagnostic diagnostic) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", diagnostic.code().name());
        tree.put("from", diagnostic.from());
        tree.put("to", diagnostic.to());
        tree.put("message", diagnostic.message());
        tree.put("hint", diagnostic.hint());
        if (!diagnostic.fix().isEmpty()) {
            tree.put("fix", diagnostic.fix().stream().map(AnswerDocument::edit).toList());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> edit(Edit edit) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", edit.from());
        tree.put("to", edit.to());
        tree.put("text", edit.text());
        return tree;
    }

    private static Map<String, @Nullable Object> table(TableName name) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("catalog", name.catalog());
        tree.put("schema", name.schema());
        tree.put("table", name.table());
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> interval(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("low", interval.low());
        tree.put("high", interval.high());
        tree.put("confidence", interval.confidence());
        return tree;
    }

    private static Map<String, @Nullable Object> privacy(PrivacyStatement privacy) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("unit", privacy.unit());
        tree.put("class", privacy.callerClass());
        tree.put("cost", privacy.cost().rho().value());
        tree.put("budget_left", privacy.budgetLeft().rho().value());
        tree.put("questions_left", privacy.questionsLeft());
        tree.put("epoch_ends", privacy.epochEnds());
        if (!privacy.cost().delta().equals(Delta.ZERO)) {
            tree.put("delta", privacy.cost().delta().value());
            tree.put("delta_left", privacy.budgetLeft().delta().value());
        }
        tree.put("repeated", privacy.repeated());
        return tree;
    }

    private static Map<String, @Nullable Object> applied(Applied applied) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("require", applied.require());
        tree.put("row_filter", applied.rowFilter());
        tree.put("partition", applied.partition());
        return tree;
    }

    private static List<Number> pair(Bounds bounds) {
        return List.of(plain(bounds.lower()), plain(bounds.upper()));
    }

    /** 20000 and not 20000.0, as people write bounds; but no rows of zeros for what is very large or very small. */
    private static Number plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return Math.abs(decimal.scale()) <= 15 ? decimal : (Number) value;
    }
}
