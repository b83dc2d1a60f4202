package io.leadgen.runtime.json;

import io.leadgen.audience.Applied;
import io.leadgen.audience.AudienceEstimate;
import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.Interval;
import io.leadgen.audience.MetricEstimate;
import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.PredicateCheck;
import io.leadgen.audience.PrivacyStatement;
import io.leadgen.audience.TableMetadata;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that callers see, as trees for {@link JsonText}: one shape for the command line, for tools of agents and for
 * everything else, so that whoever has read one of them can read all.
 *
 * <p>Keys have a fixed order. A key whose value is unknown or withheld is there, with null; only {@code coarse}, and what is
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
        tree.put("column_count", metadata.columnCount());
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
