package io.leadgen.testkit.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.privacy.CallerClass;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.testkit.attacks.AttackSuite.Plan;
import io.leadgen.warehouse.Cancellation;
import org.junit.jupiter.api.Test;

class AttackSuiteTest {
    @Test
    void scratch() {
        LeadgenOpponent opponent = new LeadgenOpponent(CallerClass.UNTRUSTED, InMemoryBudgetLedger::new);
        AttackSuite suite = new AttackSuite(opponent, new Cancellation());
        for (Attack attack : AttackSuite.ALL) {
            long begin = System.nanoTime();
            AttackReport report = suite.run(new Plan(java.util.List.of(attack), null, 1, true), (a, f) -> {});
            System.err.println((System.nanoTime() - begin) / 1000000 + " ms");
            report.attacks().forEach(AttackSuiteTest::print);
            report.baselines().forEach(AttackSuiteTest::print);
        }
        assertThat(suite).isNotNull();
    }

    private static void print(AttackReport.Result r) {
        System.err.println("  " + r.attack() + " " + r.opponent() + " "
                + (r.evidence() instanceof Evidence.Accuracy a
                        ? a.accuracy() + " [" + a.low() + ", " + a.high() + "] " + a.ceiling() + " n=" + a.trials()
                        : r.evidence())
                + " " + r.evidence().keepsThePromise() + " broken=" + r.isBroken());
    }
}
