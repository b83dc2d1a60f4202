package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.PRECISION;
import static io.leadgen.mcp.tools.Parameter.PREDICATE;
import static io.leadgen.mcp.tools.Parameter.optional;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.answer.FreeShapes;
import io.leadgen.runtime.answer.FreeShapes.Export;
import io.leadgen.runtime.export.AudienceExport;
import io.leadgen.runtime.export.ExportFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A predicate before it is asked, and after: is it right, how do others get it, what budget is left? Free of charge. */
record HandingOverTools(Supplier<AudienceService> audience) {
    private static final String FORMAT = "format";
    private static final Parameter CONDITION = required(PREDICATE.name(), "SQL condition", Parameter.Text.ANY);

    List<Tool> tools() {
        return List.of(checkPredicate(), exportConditions(), privacyBudget());
    }

    private Tool checkPredicate() {
        return Tool.of(
                "check_predicate",
                "Check a predicate",
                "Checks a predicate and shows what approx_count would ask (`canonical`, `sql`) and cost. E.g. \"age BETWEEN 25 AND"
                        + " 40 AND income_level IN ('high', 'medium') AND churn_risk < 0.3\". Reads no rows and spends nothing:"
                        + " check first, then count. Every error has its position and a suggestion.",
                Parameter.ofTable(CONDITION, PRECISION),
                FreeShapes.CHECK,
                call -> audience.get().check(SizingTools.count(call.arguments()), call.context()),
                AnswerText::of);
    }

    private Tool exportConditions() {
        String[] formats =
                Stream.of(ExportFormat.values()).map(ExportFormat::toString).toArray(String[]::new);
        return Tool.of(
                "export_conditions",
                "Export an audience's conditions",
                "The finished audience for the data-science team, as `content`: a Jupyter or Databricks notebook, SQL, or JSON that"
                        + " every predicate argument here accepts. Holds the condition and what policy adds, and no data. Free.",
                Parameter.ofTable(CONDITION, required(FORMAT, null, Parameter.Text.oneOf(formats))),
                FreeShapes.EXPORT,
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    ExportFormat format = ExportFormat.parse(arguments.text(FORMAT));
                    String predicate = arguments.required(PREDICATE.name());
                    return new Export(
                            table,
                            predicate,
                            format.toString(),
                            null,
                            new AudienceExport(audience.get()).text(table, predicate, format, call.context()),
                            call.context().requestId());
                },
                AnswerText::of);
    }

    private Tool privacyBudget() {
        return Tool.of(
                "privacy_budget",
                "Show the privacy budget",
                "What you may still spend, over all tables and, if you name one, on that table. Amounts are in rho, as in"
                        + " `privacy.cost`. Free.",
                List.of(
                        optional("catalog", null, Parameter.Text.ANY),
                        optional("schema", null, Parameter.Text.ANY),
                        optional("table", null, Parameter.Text.ANY)),
                FreeShapes.BUDGET,
                call -> audience.get().budget(call.arguments().optionalTable(), call.context()),
                AnswerText::of);
    }
}
