package io.leadgen.attacks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Audit;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.error.Cancellation;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class OneRunAuditTest {
    private static final Path ADULTS = Path.of("../../shared/data/adult.csv").toAbsolutePath();

    private static Audit audit(CallerClass callerClass, List<Person> others) {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Rounds rounds = new Rounds(20_261_201, null, threads, new Cancellation(), done -> {});
            return (Audit)
                    new OneRunAudit(others).attack(new LeadgenOpponent(callerClass, InMemoryBudgetLedger::new), rounds);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String described(Audit audit) {
        return "%d of %d right, epsilon at least %.2f (95 %%), promised %.2f"
                .formatted(audit.guesses().right(), audit.guesses().trials(), audit.epsilonAtLeast(), audit.epsilon());
    }

    @Test
    void aWholeBudgetAmongRealPeopleShowsLessThanIsPromised() throws IOException {
        List<Person> others = new ArrayList<>(Collections.nCopies(200, Person.KNOWN));
        if (Files.exists(ADULTS)) {
            others.clear();
            for (String line : Files.readAllLines(ADULTS).subList(1, 5_001)) {
                String[] fields = line.split(",", -1);
                others.add(new Person(
                        Integer.parseInt(fields[0]),
                        0,
                        Integer.parseInt(fields[12]),
                        fields[14].contains(">"),
                        fields[13],
                        Math.min(World.HIGHEST_INCOME, Double.parseDouble(fields[10])),
                        ""));
            }
        } else {
            System.out.println("NOT TESTED among real people: " + ADULTS + " is not there");
        }
        Audit audit = audit(CallerClass.UNTRUSTED, others);
        System.out.println("one-run audit: " + described(audit));
        assertThat(audit.keepsThePromise()).isTrue();
        assertThat(audit.epsilon()).isBetween(2.0, 2.4);
        assertThat(audit.epsilonAtLeast()).isLessThan(audit.epsilon());
    }

    @Test
    void tooLittleNoiseIsFound() {
        CallerClass quiet = new CallerClass(
                "quiet",
                2,
                new PrivacyLoss(rho("300"), Delta.ZERO),
                new PrivacyLoss(rho("900"), Delta.ZERO),
                new PrivacyLoss(rho("900"), Delta.ZERO),
                CallerClass.UNTRUSTED.window(),
                CallerClass.UNTRUSTED.epoch(),
                CallerClass.UNTRUSTED.threshold(),
                CallerClass.UNTRUSTED.responseStep(),
                64,
                200,
                false,
                CallerClass.UNTRUSTED.precision());
        Audit audit = audit(quiet, Collections.nCopies(200, Person.KNOWN));
        System.out.println("one-run audit of too little noise: " + described(audit));
        // A twentieth of the noise and more questions than a budget allows, sold as if the promise held.
        Guarantee promised = Guarantee.ofAny(PrivacyLoss.of(rho("0.1")));
        Audit sold = new Audit(audit.guesses(), audit.people(), promised.epsilon(), promised.delta());
        assertThat(sold.epsilonAtLeast()).isGreaterThan(promised.epsilon());
        assertThat(sold.keepsThePromise()).isFalse();
        assertThat(audit.keepsThePromise()).isTrue();
    }

    @Test
    void theBoundIsThatOfTheBinomialDistribution() {
        // 499 of 500 right: with 95 % certainty at least 0.9905, so odds of 105.
        Audit audit = new Audit(new Accuracy(499, 500, null), 1_000, 2, 0);
        assertThat(audit.epsilonAtLeast()).isBetween(4.6, 4.7);
        assertThat(audit.keepsThePromise()).isFalse();
        assertThat(new Audit(new Accuracy(260, 500, null), 1_000, 2, 0).epsilonAtLeast())
                .isZero();
    }

    private static Rho rho(String value) {
        return Rho.of(new BigDecimal(value));
    }
}
