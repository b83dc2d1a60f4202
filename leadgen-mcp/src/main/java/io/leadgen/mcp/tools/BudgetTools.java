package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.optional;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.BudgetStatement;
import io.leadgen.runtime.answer.BudgetDocument;
import java.util.List;
import java.util.function.Supplier;

/** What may still be asked. */
final class BudgetTools {
    private final Supplier<AudienceService> audience;

    BudgetTools(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    List<Tool> tools() {
        return List.of(privacyBudget());
    }

    private Tool privacyBudget() {
        return new Tool(
                "privacy_budget",
                "Show the privacy budget",
                "What you may still spend, over all tables and, if you name one, on that table. Amounts are in rho, as in"
                        + " `privacy.cost`. Free.",
                List.of(
                        optional("catalog", null, Parameter.Text.ANY),
                        optional("schema", null, Parameter.Text.ANY),
                        optional("table", null, Parameter.Text.ANY)),
                new AnswerSchema()
                        .string("principal")
                        .string("class")
                        .integer("window_days")
                        .object(
                                "principal_budget",
                                new AnswerSchema().number("budget").number("budget_left"))
                        .optionalString("catalog")
                        .optionalString("schema")
                        .optionalString("table")
                        .optionalObject("table_budget")
                        .string("request_id")
                        .tree(),
                call -> {
                    BudgetStatement statement =
                            audience.get().budget(call.arguments().optionalTable(), call.context());
                    return new ToolAnswer(BudgetDocument.of(statement), AnswerText.of(statement));
                });
    }
}
