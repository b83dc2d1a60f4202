package io.leadgen.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.AttackSuite.Plan;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Leaks;
import io.leadgen.attacks.guess.GuessingGames;
import io.leadgen.attacks.guess.Timing;
import io.leadgen.attacks.leak.LedgerBurst;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The attacks learn no more than is promised, and are attacks: they break what they have to break. A verdict is wrong with a
 * chance of 10^-6 at most, see {@link Accuracy#FALSE_ALARM}, and by the seed the same each time.
 *
 * <p>The short form plays against a fifth of the budgets, which takes a fifth of the time. The long form, 2,000 games each
 * against the defaults: {@code ./mvnw -pl leadgen-attacks -am -Pattacks test -Dtest=AttackSuiteTest}
 */
class AttackSuiteTest {
    private static final Integer LONG_FORM = Integer.getInteger("leadgen.attacks.games");
    private static final long SEED = 20_261_124;

    /** Durations decide no test. */
    private static final List<Attack> UNTIMED = AttackSuite.ALL.stream()
            .filter(attack -> !(attack instanceof Timing))
            .toList();

    static Stream<Arguments> attacks() {
        return UNTIMED.stream().map(attack -> arguments(attack.name(), attack));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void learnsNoMoreThanIsPromisedAndBreaksWhatIsWeak(String name, Attack attack) {
        CallerClass attacked = LONG_FORM == null ? aFifth() : CallerClass.UNTRUSTED;
        AttackReport report = run(attacked, InMemoryBudgetLedger::new, attack);

        assertThat(report.attacks())
                .hasSize(1)
                .allMatch(result -> result.evidence().keepsThePromise());
        assertThat(report.baselines()).hasSameSizeAs(attack.breaks()).allMatch(Result::isBroken);
        assertThat(report.isAsExpected()).isTrue();
    }

    private static AttackReport run(
            CallerClass attacked, Function<InstantSource, BudgetLedger> ledgers, Attack... attacks) {
        AttackSuite suite = new AttackSuite(new LeadgenOpponent(attacked, ledgers), new Cancellation());
        return suite.run(new Plan(List.of(attacks), LONG_FORM, SEED, true), (attack, fraction) -> {});
    }

    /** The defaults with a fifth of the budgets. */
    private static CallerClass aFifth() {
        CallerClass whole = CallerClass.UNTRUSTED;
        return new CallerClass(
                whole.name(),
                whole.sigma(),
                budget("0.02"),
                budget("0.1"),
                budget("0.5"),
                whole.window(),
                whole.epoch(),
                whole.threshold(),
                whole.responseStep(),
                whole.maxComparisons(),
                whole.maxInValues(),
                whole.undeclaredTables(),
                whole.precision());
    }

    private static PrivacyLoss budget(String rho) {
        return new PrivacyLoss(Rho.of(new BigDecimal(rho)), Delta.of(new BigDecimal("1e-7")));
    }

    @Test
    void spendsAllThatThereIs() {
        // Φ(√(2 · 0.02) / 2) and Φ(√(2 · 0.1) / 2): the budget of a principal and that of the table.
        assertThat(ceiling(GuessingGames.FULL_BUDGET)).isBetween(0.539, 0.53983);
        assertThat(ceiling(GuessingGames.SUBSTITUTION)).isBetween(0.539, 0.53983);
        assertThat(ceiling(GuessingGames.SUBSTITUTION_LIST)).isBetween(0.539, 0.53983);
        assertThat(ceiling(GuessingGames.SUBSTITUTION_SUM)).isBetween(0.539, 0.53983);
        assertThat(ceiling(GuessingGames.COLLUSION)).isBetween(0.587, 0.58848);
    }

    private static double ceiling(Attack attack) {
        AttackSuite suite =
                new AttackSuite(new LeadgenOpponent(aFifth(), InMemoryBudgetLedger::new), new Cancellation());
        AttackReport report = suite.run(new Plan(List.of(attack), null, SEED, false), (name, fraction) -> {});
        return ((Accuracy) report.attacks().get(0).evidence()).ceiling();
    }

    @Test
    void aSeedIsAResult() {
        AttackReport report =
                run(aFifth(), InMemoryBudgetLedger::new, GuessingGames.DIFFERENCING_PAIR, GuessingGames.POINT_LEAK);
        assertThat(run(aFifth(), InMemoryBudgetLedger::new, GuessingGames.DIFFERENCING_PAIR, GuessingGames.POINT_LEAK))
                .isEqualTo(report);
    }

    @Test
    void aLedgerThatForgetsIsFoundOut() {
        AttackReport report = run(aFifth(), AttackSuiteTest::forgetful, new LedgerBurst());

        assertThat(report.attacks().get(0).evidence())
                .isInstanceOfSatisfying(
                        Leaks.class, leaks -> assertThat(leaks.found()).isGreaterThan(1000));
        assertThat(report.isAsExpected()).isFalse();
    }

    /** A new ledger for every call. */
    private static BudgetLedger forgetful(InstantSource clock) {
        return (BudgetLedger) Proxy.newProxyInstance(
                AttackSuiteTest.class.getClassLoader(),
                new Class<?>[] {BudgetLedger.class},
                (proxy, method, arguments) -> method.invoke(new InMemoryBudgetLedger(clock), arguments));
    }

    @Test
    void reportsProgress() {
        List<Double> fractions = new ArrayList<>();
        new AttackSuite(new LeadgenOpponent(aFifth(), InMemoryBudgetLedger::new), new Cancellation())
                .run(new Plan(List.of(GuessingGames.SMALL_CELLS), 100, SEED, true), (name, fraction) -> {
                    assertThat(name).isEqualTo("small-cells");
                    fractions.add(fraction);
                });
        assertThat(fractions).isSorted().startsWith(0.0).contains(0.5).endsWith(1.0);
    }

    @Test
    void stopsWhenItIsCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        AttackSuite suite = new AttackSuite(new LeadgenOpponent(aFifth(), InMemoryBudgetLedger::new), cancellation);
        assertThatThrownBy(() -> suite.run(new Plan(UNTIMED, null, SEED, true), (name, fraction) -> {}))
                .isInstanceOfSatisfying(
                        LeadgenException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
    }
}
