package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Charge;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy.Population;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an untrusted caller gets for the budget. Seeds are fixed; the chances of a false alarm are for those who change one. */
class UtilityTest {
    private static final Population PEOPLE = Population.of(TableName.parse("main.leads.people"));
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int QUESTIONS = 10_000;

    private static Aggregate people(long count) {
        return Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(count)}});
    }

    private static Released release(ReleaseMechanism mechanism, Ask ask, long people) {
        try (Charge charge = mechanism.charge(List.of(ask), 1, loss -> {})) {
            return charge.release(() -> people(people)).get(0);
        }
    }

    /** Each question is the first of its principal on its table, so that no budget is in the way. */
    private static Released count(ReleaseMechanism mechanism, int question, Precision precision, long people) {
        Population table = Population.of(new TableName("main", "leads", "people" + question));
        Ask ask = new Ask(
                Principal.of("p" + question),
                CallerClass.UNTRUSTED,
                table,
                QuestionKey.of(List.of("q" + question)),
                Mechanism.count(),
                precision);
        return release(mechanism, ask, people);
    }

    private static ReleaseMechanism mechanism(long seed) {
        return new ReleaseMechanism(new InMemoryBudgetLedger(() -> NOW), new SplittableRandom(seed), () -> NOW);
    }

    /** Expected: 0.9998 of them; fewer than 0.998 by chance: below 10^-30. */
    @Test
    void theFinestAnswerIsWithinOnePercentOf15000People() {
        ReleaseMechanism mechanism = mechanism(15);
        int near = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            Released released = count(mechanism, question, Precision.MAX, 15_000);
            double error = released.release().cell().count().value().doubleValue() - 15_000;
            near += Math.abs(error) <= 150 ? 1 : 0;
        }
        assertThat(near).isGreaterThanOrEqualTo((int) (0.998 * QUESTIONS));
    }

    /** One percent is 4.6 standard deviations of a share of 10,000: a false alarm has a chance of 5 in a million. */
    @ParameterizedTest
    @CsvSource({
        "max, 15000",
        "0.1%, 15000",
        "1%, 1000",
        "1%, 15000",
        "1%, 60000",
        "1%, 127000",
        "1%, 1000000",
        "5%, 15000",
        "20%, 7000",
        "20%, 15000"
    })
    void intervalsHoldTheTruthAsOftenAsTheySay(String precision, long people) {
        ReleaseMechanism mechanism = mechanism(people);
        int held = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            Released released = count(mechanism, question, Precision.parse(precision), people);
            Release.NoisyValue count = released.release().cell().count();
            held += Math.abs(count.value().doubleValue() - people) <= Precision.Z95 * count.sigma() ? 1 : 0;
        }
        assertThat(held / (double) QUESTIONS).isCloseTo(0.95, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"max, 15000, 300", "1%, 15000, 900", "1%, 100000, 20000"})
    void aFreshPrincipalGetsManyQuestions(String precision, long people, int atLeast) {
        ReleaseMechanism mechanism = mechanism(99);
        int answered = 0;
        try {
            while (true) {
                Ask ask = new Ask(
                        Principal.of("ann"),
                        CallerClass.UNTRUSTED,
                        PEOPLE,
                        QuestionKey.of(List.of("q" + answered)),
                        Mechanism.count(),
                        Precision.parse(precision));
                if (release(mechanism, ask, people).release().coarse()) {
                    break;
                }
                answered++;
            }
        } catch (LeadgenException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.BUDGET_EXHAUSTED);
        }
        assertThat(answered).isGreaterThanOrEqualTo(atLeast);
    }
}
