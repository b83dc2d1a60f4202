package io.leadgen.runtime.answer;

import io.leadgen.audience.BudgetStatement;
import io.leadgen.catalog.TableName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a caller's budgets. */
public final class BudgetDocument {
    private BudgetDocument() {}

    public static Map<String, @Nullable Object> of(BudgetStatement statement) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("principal", statement.caller().name());
        tree.put("class", statement.callerClass().name());
        tree.put("window_days", statement.windowDays());
        tree.put("principal_budget", account(statement.principal()));
        TableName table = statement.tableName();
        BudgetStatement.Account ofTable = statement.table();
        if (table != null && ofTable != null) {
            tree.putAll(Parts.table(table));
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
}
