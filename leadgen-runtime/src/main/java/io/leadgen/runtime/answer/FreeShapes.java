package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.CommonShapes.APPLIED;
import static io.leadgen.runtime.answer.CommonShapes.TABLE;
import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.audience.BudgetStatement.Account;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.PredicateCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers without numbers about people: a check, an export, what is left of the budget. They are free. */
public final class FreeShapes {
    /** What a question costs at least and at most. */
    public record Cost(PrivacyLoss least, PrivacyLoss most) {}

    public static final Shape<Cost> COST = Shape.<Cost>named("Cost")
            .field("least", NUMBER, cost -> cost.least().rho().value())
            .field("most", NUMBER, cost -> cost.most().rho().value());

    /** Whether a predicate is valid, and what a count of it would ask and cost. */
    public static final Shape<PredicateCheck> CHECK = check(true);

    /** The same, with no statement to show. */
    public static final Shape<PredicateCheck> CHECK_WITHOUT_SQL = check(false);

    private static Shape<PredicateCheck> check(boolean sql) {
        return Shape.<PredicateCheck>of()
                .with(TABLE, PredicateCheck::table)
                .field("valid", TRUTH, check -> true)
                .field("predicate", TEXT.orNull(), PredicateCheck::predicate)
                .field("canonical", TEXT, PredicateCheck::canonical)
                .about("The question as it would be asked, with what policy adds.")
                .field(
                        "columns",
                        listOf(TEXT),
                        check -> check.columns().stream().map(ColumnName::value).toList())
                .field(
                        "cost",
                        COST,
                        check -> new Cost(PrivacyLoss.of(check.costLeast()), PrivacyLoss.of(check.costMost())))
                .field("budget_left", NUMBER, check -> check.budgetLeft().value())
                .field("applied", APPLIED, PredicateCheck::applied)
                .field("sql", TEXT.orNull(), check -> sql ? check.sql() : null)
                .field("request_id", TEXT, PredicateCheck::requestId);
    }

    /**
     * An audience that was exported.
     *
     * @param format its name
     * @param file where it was written to, or null
     * @param content what was exported, or null if it is in a file
     */
    public record Export(
            TableName table,
            String predicate,
            String format,
            @Nullable String file,
            @Nullable String content,
            String requestId) {}

    public static final Shape<Export> EXPORT = Shape.<Export>of()
            .with(TABLE, Export::table)
            .field("predicate", TEXT, Export::predicate)
            .field("format", TEXT, Export::format)
            .field("file", TEXT.orNull(), Export::file)
            .field("content", TEXT.orNull(), Export::content)
            .field("request_id", TEXT, Export::requestId);

    private static final Shape<Account> ACCOUNT = Shape.<Account>named("Account")
            .field("budget", NUMBER, account -> account.budget().rho().value())
            .field("budget_left", NUMBER, account -> account.left().rho().value())
            .field("delta", NUMBER, account -> account.budget().delta().value())
            .field("delta_left", NUMBER, account -> account.left().delta().value())
            .field("epsilon", NUMBER, account -> rounded(account.guarantee().epsilon()))
            .field("epsilon_delta", NUMBER, account -> account.guarantee().delta())
            .jsonOnly()
            .field("ceiling", NUMBER, account -> rounded(account.guarantee().ceiling()))
            .about("After spending the whole budget, an attacker guesses a yes/no fact about one person with at most"
                    + " this chance.");

    /** What is left of a principal's budgets. */
    public static final Shape<BudgetStatement> BUDGET = Shape.<BudgetStatement>of()
            .field("principal", TEXT, statement -> statement.caller().name())
            .field("class", TEXT, statement -> statement.callerClass().name())
            .field("window_days", WHOLE, BudgetStatement::windowDays)
            .field("principal_budget", ACCOUNT, BudgetStatement::principal)
            .optional("catalog", TEXT, statement -> part(statement, TableName::catalog))
            .optional("schema", TEXT, statement -> part(statement, TableName::schema))
            .optional("table", TEXT, statement -> part(statement, TableName::table))
            .optional("population", TEXT, BudgetStatement::population)
            .jsonOnly()
            .about("The people of the table, if they are in other tables too; the budget is theirs.")
            .optional("table_budget", ACCOUNT, BudgetStatement::table)
            .field("request_id", TEXT, BudgetStatement::requestId);

    private FreeShapes() {}

    private static @Nullable String part(BudgetStatement statement, Function<TableName, String> part) {
        return statement.tableName() == null ? null : part.apply(statement.tableName());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.CEILING);
    }
}
