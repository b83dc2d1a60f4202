package io.leadgen.cli.answer.operate;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.BudgetStatement.Account;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.runtime.answer.FreeShapes;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is left of the budgets. */
public final class BudgetAnswer {
    private BudgetAnswer() {}

    public static Answer of(BudgetStatement statement) {
        return Answer.one(FreeShapes.BUDGET, statement, page -> write(page, statement));
    }

    /** In a few words, to read while a question runs. */
    public static String left(BudgetStatement statement) {
        return left(statement.principal(), "budget left");
    }

    private static String left(Account account, String left) {
        return Numerals.budget(account.left().rho()) + " of "
                + Numerals.budget(account.budget().rho()) + " " + left;
    }

    private static void write(Page page, BudgetStatement statement) {
        String callerClass = ", class " + page.shown(statement.callerClass().name());
        page.headline(left(
                statement.principal(),
                "left for " + page.shown(statement.caller().name())));
        page.sentence("on all tables, within " + statement.windowDays() + " days" + callerClass);
        page.gap();
        guarantee(page, statement.principal());
        Account table = statement.table();
        if (table != null) {
            page.gap();
            page.headline(left(table, "left on " + page.shown(String.valueOf(statement.tableName()))));
            String population = statement.population();
            page.sentence("shared by all principals" + callerClass
                    + (population == null ? "" : ", and by all tables of the people " + page.shown(population)));
            page.gap();
            guarantee(page, table);
        }
        PolicyFacts.request(page, statement.requestId());
    }

    /** What it means if all of it is spent. */
    private static void guarantee(Page page, Account account) {
        page.fact("guarantee", "after spending the whole budget, an attacker" + guarantee(account));
        if (!account.budget().delta().equals(Delta.ZERO)) {
            page.fact(
                    "delta",
                    Numerals.chance(account.left().delta()) + " of "
                            + Numerals.chance(account.budget().delta())
                            + " left, for answers that name values found in the data");
        }
    }

    /** What an attacker can do who has spent the whole budget. */
    public static String guarantee(Account account) {
        return " guesses a yes/no fact about one person correctly at most "
                + percent(account.guarantee().ceiling()) + " of the time (50 % is chance; epsilon "
                + BigDecimal.valueOf(account.guarantee().epsilon()).setScale(2, RoundingMode.CEILING) + ")";
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.CEILING) + " %";
    }
}
