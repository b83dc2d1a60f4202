package io.leadgen.cli.answer;

import io.leadgen.catalog.ColumnName;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.CheckDocument;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a count would ask and cost. */
public final class CheckAnswer {
    static final Fields FIELDS = Fields.of(
            "catalog",
            "schema",
            "table",
            "valid",
            "predicate",
            "canonical",
            "columns",
            "cost.least",
            "cost.most",
            "budget_left",
            "applied.require",
            "applied.row_filter",
            "applied.partition",
            "sql",
            "request_id");

    private CheckAnswer() {}

    /** The answer to a check, with the statement if {@code sql}. */
    public static Answer of(PredicateCheck check, boolean sql) {
        Map<String, @Nullable Object> document = CheckDocument.of(check);
        if (!sql) {
            document.put("sql", null);
        }
        return Answer.one(document, FIELDS, page -> write(page, check, sql), false);
    }

    private static void write(Page page, PredicateCheck check, boolean sql) {
        page.headline("valid; nothing was asked and nothing spent");
        page.sentence(CountAnswer.subject(page, check.table().toString(), check.predicate()));
        page.gap();
        page.fact("asked as", page.shown(check.canonical()));
        if (!check.columns().isEmpty()) {
            page.fact(
                    "columns",
                    check.columns().stream()
                            .map(ColumnName::value)
                            .map(page::shown)
                            .collect(Collectors.joining(", ")));
        }
        page.fact("cost", cost(check) + "; " + Numerals.budget(check.budgetLeft()) + " left");
        PolicyFacts.applied(page, check.applied());
        PolicyFacts.request(page, check.requestId());
        if (sql) {
            page.gap();
            page.sentence(page.shown(check.sql()));
        }
    }

    private static String cost(PredicateCheck check) {
        return check.costLeast().equals(check.costMost())
                ? Numerals.budget(check.costMost())
                : Numerals.budget(check.costLeast()) + " to " + Numerals.budget(check.costMost())
                        + ", the less the larger the audience";
    }
}
