package io.leadgen.cli.answer;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.runtime.answer.BudgetDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is left of the budgets. */
public final class BudgetAnswer {
    private static final Fields FIELDS = Fields.of(
            "principal",
            "class",
            "window_days",
            "principal_budget.budget",
            "principal_budget.budget_left",
            "principal_budget.delta",
            "principal_budget.delta_left",
            "principal_budget.epsilon",
            "principal_budget.ceiling",
            "catalog",
            "schema",
            "table",
            "table_budget.budget",
            "table_budget.budget_left",
            "table_budget.delta",
            "table_budget.delta_left",
            "table_budget.epsilon",
            "table_budget.ceiling",
            "request_id");

    private BudgetAnswer() {}

    public static Answer of(BudgetStatement statement) {
        return Answer.one(BudgetDocument.of(statement), FIELDS, page -> write(page, statement), false);
    }

    /** In a few words, for whoever waits for an answer. */
    public static String left(BudgetStatement statement) {
        BudgetStatement.Account own = statement.principal();
        return Numerals.budget(own.left().rho()) + " of "
                + Numerals.budget(own.budget().rho()) + " budget left";
    }

    private static void write(Page page, BudgetStatement statement) {
        BudgetStatement.Account own = statement.principal();
        page.headline(Numerals.budget(own.left().rho()) + " of "
                + Numerals.budget(own.budget().rho()) + " left for "
                + page.shown(statement.caller().name()));
        page.sentence("on all tables within " + statement.windowDays() + " days, class "
                + page.shown(statement.callerClass().name()));
        page.gap();
        guarantee(page, own);
        delta(page, own);
        BudgetStatement.Account table = statement.table();
        if (table != null && statement.tableName() != null) {
            page.gap();
            page.headline(Numerals.budget(table.left().rho()) + " of "
                    + Numerals.budget(table.budget().rho()) + " left on "
                    + page.shown(statement.tableName().toString()));
            page.sentence("for all who ask, class "
                    + page.shown(statement.callerClass().name()));
            page.gap();
            guarantee(page, table);
            delta(page, table);
        }
        PolicyFacts.request(page, statement.requestId());
    }

    /** What it means if all of it is spent. */
    private static void guarantee(Page page, BudgetStatement.Account account) {
        page.fact(
                "all spent",
                "whoever has spent all of it guesses a yes or no about one person right "
                        + percent(account.guarantee().ceiling())
                        + " of the time at most, where chance is 50 % (epsilon "
                        + BigDecimal.valueOf(account.guarantee().epsilon()).setScale(2, RoundingMode.CEILING) + ")");
    }

    private static void delta(Page page, BudgetStatement.Account account) {
        if (!account.budget().delta().equals(Delta.ZERO)) {
            page.fact(
                    "delta",
                    Numerals.chance(account.left().delta()) + " of "
                            + Numerals.chance(account.budget().delta())
                            + " left, for answers that name values found in the data");
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.CEILING) + " %";
    }
}
