package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.attacks.audit.OneRunAudit;
import io.leadgen.attacks.game.Evidence.Audit;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.world.Person;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The audit in one run, where Spark reads the thousand people. */
@EnabledIfSystemProperty(named = "leadgen.spark.contract", matches = "true", disabledReason = "takes minutes: -Pspark")
class SparkOneRunAuditTest {
    @Test
    void aWholeBudgetShowsLessThanIsPromised() {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Rounds rounds = new Rounds(20_261_201, null, threads, new Cancellation(), done -> {});
            OneRunAudit audit = new OneRunAudit(Collections.nCopies(200, Person.KNOWN), (table, work) -> {
                try (SparkWarehouse warehouse = SparkWarehouse.of(List.of(table))) {
                    return work.apply(warehouse);
                }
            });
            Audit found =
                    (Audit) audit.attack(new LeadgenOpponent(CallerClass.UNTRUSTED, InMemoryBudgetLedger::new), rounds);
            System.out.printf(
                    Locale.ROOT,
                    "one-run audit on Spark: %d of %d right, epsilon at least %.2f, promised %.2f%n",
                    found.guesses().right(),
                    found.guesses().trials(),
                    found.epsilonAtLeast(),
                    found.epsilon());
            assertThat(found.keepsThePromise()).isTrue();
            assertThat(found.epsilonAtLeast()).isLessThan(found.epsilon());
        } finally {
            threads.shutdownNow();
        }
    }
}
