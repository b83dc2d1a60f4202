package io.leadgen.cli.answer.ask;

import io.leadgen.catalog.ColumnName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.answer.FreeShapes;
import java.util.stream.Collectors;

/** What a count would ask and cost. */
public final class CheckAnswer {
    private CheckAnswer() {}

    public static Answer of(PredicateCheck check, boolean sql) {
        return Answer.one(
                sql ? FreeShapes.CHECK : FreeShapes.CHECK_WITHOUT_SQL, check, page -> write(page, check, sql));
    }

    private static void write(Page page, PredicateCheck check, boolean sql) {
        page.headline("valid (no query was run and no budget spent)");
        page.sentence(PolicyFacts.subject(page, check.table().toString(), check.predicate()));
        page.gap();
        page.fact("canonical", page.shown(check.canonical()));
        if (!check.columns().isEmpty()) {
            page.fact(
                    "columns",
                    check.columns().stream()
                            .map(ColumnName::value)
                            .map(page::shown)
                            .collect(Collectors.joining(", ")));
        }
        page.fact(
                "budget",
                PolicyFacts.joined(page, "cost " + cost(check), "left " + Numerals.budget(check.budgetLeft())));
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
                        + " (a larger audience costs less)";
    }
}
