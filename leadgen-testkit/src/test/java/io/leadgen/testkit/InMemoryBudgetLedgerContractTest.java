package io.leadgen.testkit;

import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.InMemoryBudgetLedger;
import java.time.InstantSource;

class InMemoryBudgetLedgerContractTest extends BudgetLedgerContractTest {
    @Override
    protected BudgetLedger emptyLedger(InstantSource clock) {
        return new InMemoryBudgetLedger(clock);
    }
}
