package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.CATALOG;
import static io.leadgen.mcp.tools.Parameter.PRECISION;
import static io.leadgen.mcp.tools.Parameter.PREDICATE;
import static io.leadgen.mcp.tools.Parameter.SCHEMA;
import static io.leadgen.mcp.tools.Parameter.TABLE;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.question.Count;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.CheckDocument;
import io.leadgen.runtime.answer.ExportDocument;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A condition before it is asked, and after: is it right, and how do others get it? Free of charge. */
final class HandingOverTools {
    private static final String FORMAT = "format";
    private static final Parameter CONDITION = required(PREDICATE.name(), "SQL condition", Parameter.Text.ANY);

    private final Supplier<AudienceService> audience;

    HandingOverTools(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    List<Tool> tools() {
        return List.of(checkPredicate(), exportConditions());
    }

    private Tool checkPredicate() {
        return new Tool(
                "check_predicate",
                "Check a predicate",
                "Is a predicate valid, what would approx_count ask (`canonical`, `sql`) and cost? E.g. \"age BETWEEN 25 AND 40 AND"
                        + " income_level IN ('high', 'medium') AND churn_risk < 0.3\". Asks about no rows and spends nothing: check first,"
                        + " count then. What is wrong is told with its place and a suggestion.",
                List.of(CATALOG, SCHEMA, TABLE, CONDITION, PRECISION),
                AnswerSchema.ofTable()
                        .bool("valid")
                        .nullableString("predicate")
                        .string("canonical")
                        .strings("columns")
                        .object("cost", new AnswerSchema().number("least").number("most"))
                        .number("budget_left")
                        .object("applied")
                        .string("sql")
                        .string("request_id")
                        .tree(),
                call -> {
                    TableName table = call.arguments().table();
                    PredicateCheck check = audience.get()
                            .check(
                                    Count.of(table)
                                            .where(call.arguments().predicate(table))
                                            .precision(call.arguments().precision()),
                                    call.context());
                    return new ToolAnswer(CheckDocument.of(check), AnswerText.of(check));
                });
    }

    private Tool exportConditions() {
        String[] formats =
                Stream.of(ExportFormat.values()).map(ExportFormat::toString).toArray(String[]::new);
        return new Tool(
                "export_conditions",
                "Export an audience's conditions",
                "The finished audience for the data-science team, as `content`: a Jupyter or Databricks notebook, SQL, or JSON that"
                        + " every predicate argument here accepts. Holds the condition and what policy adds, and no data. Free.",
                List.of(CATALOG, SCHEMA, TABLE, CONDITION, required(FORMAT, null, Parameter.Text.oneOf(formats))),
                AnswerSchema.ofTable()
                        .string("predicate")
                        .string(FORMAT)
                        .nullableString("file")
                        .nullableString("content")
                        .string("request_id")
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    ExportFormat format = ExportFormat.parse(arguments.text(FORMAT));
                    String predicate = arguments.condition(table);
                    String content = new AudienceExport(audience.get()).text(table, predicate, format, call.context());
                    return new ToolAnswer(
                            ExportDocument.of(
                                    table,
                                    predicate,
                                    format.toString(),
                                    null,
                                    content,
                                    call.context().requestId()),
                            AnswerText.exported(table, format, content));
                });
    }
}
