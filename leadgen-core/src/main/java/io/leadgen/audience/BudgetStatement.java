package io.leadgen.audience;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import org.jspecify.annotations.Nullable;

/**
 * How much of a caller's privacy budget is left.
 *
 * @param principal of the caller, over all tables within the class's window
 * @param population the people of that table, if they are in others too and have a name; their budget is one
 * @param table of all callers of the class on the people of one table, the smaller of window and lifetime, as far as {@link
 *     CallerClass#shownOfTable} shows it; null if none was requested
 * @param windowDays after how many days a charge to a caller leaves the window
 */
public record BudgetStatement(
        Principal caller,
        CallerClass callerClass,
        Account principal,
        @Nullable TableName tableName,
        @Nullable String population,
        @Nullable Account table,
        long windowDays,
        String requestId) {

    /**
     * A budget.
     *
     * @param budget the whole of it
     * @param left what may still be spent
     * @param guarantee what the whole budget means, whatever it is spent on
     */
    public record Account(PrivacyLoss budget, PrivacyLoss left, Guarantee guarantee) {
        static Account of(PrivacyLoss budget, PrivacyLoss left) {
            return new Account(budget, left, Guarantee.ofAny(budget));
        }
    }

    static BudgetStatement of(
            RequestContext context, CallerClass callerClass, @Nullable Population people, BudgetLedger ledger) {
        return new BudgetStatement(
                context.principal(),
                callerClass,
                Account.of(callerClass.principalBudget(), ledger.left(context.principal(), callerClass)),
                people == null ? null : people.table(),
                people == null ? null : people.name(),
                people == null
                        ? null
                        : Account.of(
                                callerClass.tableBudget(), callerClass.shownOfTable(ledger.left(people, callerClass))),
                callerClass.window().toDays(),
                context.requestId());
    }
}
