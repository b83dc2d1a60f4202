package io.leadgen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.BudgetLedger.ChargeRequest;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The part of {@link BudgetLedgerContractTest} about caps and the window of time. */
abstract class LedgerCapsContract extends LedgerQuestions {
    // Caps

    @Test
    void aPrincipalsCapHoldsOverAllTables() {
        pay(order(ANN, "q1"), rho(6));
        refused(about(OTHER_PEOPLE, order(ANN, "q2")), rho(5));
        pay(about(OTHER_PEOPLE, order(ANN, "q2")), rho(4));
        refused(about(OTHER_PEOPLE, order(ANN, "q3")), rho(1));

        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(BOB)).isEqualTo(loss(10, 100));
        assertThat(left(PEOPLE)).isEqualTo(loss(14, 200));
        assertThat(left(OTHER_PEOPLE)).isEqualTo(loss(16, 200));
    }

    @Test
    void aTablesCapHoldsOverAllPrincipals() {
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        refused(order(CEM, "q3"), rho(1));
        pay(about(OTHER_PEOPLE, order(CEM, "q3")), rho(1));
    }

    @Test
    void aClassHasItsOwnAccountOfATable() {
        CallerClass other = callerClass("other", loss(10, 100), loss(20, 200), loss(30, 300));
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        pay(as(other, order(CEM, "q3")), rho(10));

        assertThat(ledger().left(PEOPLE, other)).isEqualTo(loss(10, 200));
    }

    @Test
    void theTablesOfAPopulationHaveOneBudget() {
        Population profiles = group("customers", PEOPLE, OTHER_PEOPLE);
        Population events = group("customers", OTHER_PEOPLE, PEOPLE);
        pay(about(profiles, order(ANN, "q1")), rho(10));
        pay(about(events, order(BOB, "q2")), rho(8));
        refused(about(profiles, order(CEM, "q3")), rho(3));
        assertThat(left(profiles)).isEqualTo(loss(2, 200)).isEqualTo(left(events));
    }

    @Test
    void noRegroupingOfTablesGivesBudgetBack() {
        pay(order(ANN, "before"), rho(3));
        Population together = group("customers", PEOPLE, OTHER_PEOPLE);
        assertThat(left(together)).isEqualTo(loss(17, 200));

        pay(about(together, order(BOB, "together")), rho(5));
        pay(about(group("customers", OTHER_PEOPLE, PEOPLE), order(CEM, "together too")), rho(4));
        assertThat(left(together)).isEqualTo(loss(8, 200));

        // A table that leaves takes its charges with it, and they stay where they were made.
        assertThat(left(PEOPLE)).isEqualTo(loss(12, 200));
        assertThat(left(OTHER_PEOPLE)).isEqualTo(loss(16, 200));
        assertThat(left(group("customers", OTHER_PEOPLE))).isEqualTo(loss(11, 200));

        // Another name for the same tables, and a new table under the old name.
        assertThat(left(group("subscribers", PEOPLE, OTHER_PEOPLE))).isEqualTo(loss(8, 200));
        Population fresh = Population.of(TableName.parse("main.leads.fresh"));
        assertThat(left(group("customers", fresh))).isEqualTo(loss(11, 200));
        assertThat(left(fresh)).isEqualTo(loss(20, 200));
    }

    @Test
    void whatAPopulationSpendsLeavesItsWindow() {
        Population together = group("customers", PEOPLE, OTHER_PEOPLE);
        pay(about(together, order(ANN, "q1")), rho(6));
        setClock(NOON.plus(WINDOW).plusSeconds(1));
        assertThat(left(together)).isEqualTo(loss(20, 200));
        pay(about(together, order(ANN, "q2")), rho(6));
        assertThat(left(together)).isEqualTo(loss(14, 200));
        assertThat(left(PEOPLE)).isEqualTo(loss(14, 200));
    }

    /** The first one's table, with the other ones' in one population. */
    private static Population group(String name, Population first, Population... others) {
        Set<TableName> tables = new HashSet<>(Set.of(first.table()));
        for (Population other : others) {
            tables.add(other.table());
        }
        return new Population(first.table(), name, tables);
    }

    @Test
    void aPrincipalHasOneAccountInAllClasses() {
        CallerClass other = callerClass("other", loss(10, 100), loss(20, 200), loss(30, 300));
        pay(order(ANN, "q1"), rho(7));
        refused(as(other, order(ANN, "q2")), rho(4));
        assertThat(ledger().left(ANN, other)).isEqualTo(loss(3, 100));
    }

    @Test
    void whatIsLeftForAPrincipalOnATableIsTheSmallerOfBoth() {
        pay(order(ANN, "q1"), loss(1, 90));
        assertThat(ledger().left(ANN, PEOPLE, CLASS).both()).isEqualTo(loss(9, 10));
        pay(order(BOB, "q2"), rho(10));
        pay(order(CEM, "q3"), rho(5));
        assertThat(ledger().left(ANN, PEOPLE, CLASS).both()).isEqualTo(loss(4, 10));
        assertThat(ledger().left(ANN, OTHER_PEOPLE, CLASS).both()).isEqualTo(loss(9, 10));

        setClock(NOON.plus(WINDOW));
        pay(order(BOB, "q4"), rho(8));
        // The window would have twelve, but the lifetime has six.
        assertThat(ledger().left(ANN, PEOPLE, CLASS).both()).isEqualTo(loss(6, 100));
    }

    @Test
    void whatNoPrincipalPaysTheTableDoes() {
        pay(order(null, "range"), rho(20));
        refused(order(ANN, "q"), rho(1));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
    }

    @Test
    void whatIsRefusedIsChargedToNobody() {
        pay(order(ANN, "q1"), rho(10));
        refused(order(ANN, "q2"), rho(1));
        pay(order(BOB, "q3"), rho(10));
        refused(order(CEM, "q4"), rho(1));

        assertThat(left(PEOPLE)).isEqualTo(loss(0, 200));
        assertThat(left(CEM)).isEqualTo(loss(10, 100));
    }

    @Test
    void bothCurrenciesAreCapped() {
        pay(order(ANN, "q1"), loss(1, 100));
        refused(order(ANN, "q2"), loss(1, 1));
        pay(order(ANN, "q2"), rho(1));
        pay(order(BOB, "q3"), loss(0, 100));
        refused(order(CEM, "q4"), loss(0, 1));
        assertThat(left(PEOPLE)).isEqualTo(loss(18, 0));
    }

    @Test
    void aCapThatWasLoweredLeavesNothing() {
        pay(order(ANN, "q1"), rho(10));
        CallerClass poorer = callerClass(CLASS.name(), loss(5, 100), loss(20, 200), loss(30, 300));
        assertThat(ledger().left(ANN, poorer)).isEqualTo(loss(0, 100));
        refused(as(poorer, order(ANN, "q2")), rho(1));
    }

    @Test
    void theLargestAmounts() {
        PrivacyLoss most = loss(Long.MAX_VALUE - 1, Long.MAX_VALUE - 1);
        CallerClass rich = callerClass("rich", most, most, most);
        pay(as(rich, order(ANN, "q1")), most);
        assertThat(ledger().left(PEOPLE, rich)).isEqualTo(PrivacyLoss.NONE);
        refused(as(rich, order(ANN, "q2")), rho(1));
    }

    // Time

    @Test
    void aChargeLeavesTheWindowWhenItIsAsOldAsTheWindow() {
        pay(order(ANN, "q1"), rho(10));
        setClock(NOON.plusMillis(1));
        pay(order(BOB, "q2"), rho(3));

        setClock(NOON.plus(WINDOW).minusMillis(1));
        assertThat(left(ANN)).isEqualTo(loss(0, 100));
        assertThat(left(PEOPLE)).isEqualTo(loss(7, 200));
        setClock(NOON.plus(WINDOW));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
        assertThat(left(BOB)).isEqualTo(loss(7, 100));
        // Seventeen would fit into the window, and seventeen are left of the lifetime.
        assertThat(left(PEOPLE)).isEqualTo(loss(17, 200));
        setClock(NOON.plus(WINDOW).plusMillis(1));
        assertThat(left(BOB)).isEqualTo(loss(10, 100));
    }

    @Test
    void theWindowRolls() {
        for (int day = 0; day < 60; day++) {
            setClock(NOON.plus(Duration.ofDays(day)));
            CallerClass slow = callerClass("slow", rho(10), rho(20), rho(1_000));
            ChargeRequest order = as(slow, order(ANN, "day " + day));
            if (day % 30 < 10) {
                pay(order, rho(1));
            } else {
                refused(order, rho(1));
            }
        }
    }

    @Test
    void aTablesLifetimeDoesNotHeal() {
        pay(order(ANN, "q1"), rho(10));
        pay(order(BOB, "q2"), rho(10));
        setClock(NOON.plus(WINDOW));
        pay(order(CEM, "q3"), rho(10));
        setClock(NOON.plus(WINDOW.multipliedBy(100)));
        refused(order(CEM, "q4"), rho(1));
        assertThat(left(PEOPLE)).isEqualTo(loss(0, 200));
        pay(about(OTHER_PEOPLE, order(CEM, "q4")), rho(10));
    }

    @Test
    void aClockThatGoesBackALittleMakesNoChargeForgotten() {
        setClock(NOON);
        pay(order(ANN, "q1"), rho(4));
        setClock(NOON.minusSeconds(30));
        pay(order(ANN, "q2"), rho(5));
        assertThat(left(ANN)).isEqualTo(loss(1, 100));
        setClock(NOON.plus(WINDOW).minusMillis(1));
        assertThat(left(ANN)).isEqualTo(loss(1, 100));
        setClock(NOON.plus(WINDOW));
        assertThat(left(ANN)).isEqualTo(loss(10, 100));
    }
}
