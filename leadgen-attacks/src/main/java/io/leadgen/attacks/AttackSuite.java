package io.leadgen.attacks;

import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.audit.OneRunAudit;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.guess.GuessingGames;
import io.leadgen.attacks.guess.Timing;
import io.leadgen.attacks.leak.ErrorChannel;
import io.leadgen.attacks.leak.LedgerBurst;
import io.leadgen.attacks.leak.Metadata;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.world.Person;
import io.leadgen.error.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All attacks, run against the product and against the baselines that each has to break. Everything happens in memory, over
 * invented people, but for two attacks that also ask DuckDB over a file for temporary use.
 */
public final class AttackSuite {
    /** Every attack, in the order in which they run. */
    public static final List<Attack> ALL = List.of(
            GuessingGames.ISOLATING_PREDICATE,
            GuessingGames.DIFFERENCING_PAIR,
            GuessingGames.REPEAT_AVERAGING,
            GuessingGames.REWRITE_AVERAGING,
            GuessingGames.MANY_PAIRS,
            GuessingGames.FULL_BUDGET,
            GuessingGames.SUBSTITUTION,
            GuessingGames.SUBSTITUTION_LIST,
            GuessingGames.SUBSTITUTION_SUM,
            GuessingGames.COLLUSION,
            GuessingGames.THRESHOLD_BOUNDARY,
            GuessingGames.INSERT_DELETE,
            GuessingGames.EQUALITY_ORACLE,
            GuessingGames.LINEAR_RECONSTRUCTION,
            GuessingGames.POINT_LEAK,
            GuessingGames.SMALL_CELLS,
            new OneRunAudit(Collections.nCopies(200, Person.KNOWN)),
            new Timing(),
            new ErrorChannel(),
            new Metadata(),
            new LedgerBurst());

    @FunctionalInterface
    public interface Progress {
        /**
         * The run is at this point.
         *
         * @param attack the attack that runs
         * @param fraction of all, 0 to 1
         */
        void at(String attack, double fraction);
    }

    /**
     * What to run.
     *
     * @param attacks which attacks; one at least
     * @param games how many games each guessing attack plays, 100 at least, or null for as many as fit into a minute
     * @param seed of all chance: the same seed gives the same result, apart from what depends on time and threads
     * @param baselines whether the baselines are attacked too
     */
    public record Plan(List<Attack> attacks, @Nullable Integer games, long seed, boolean baselines) {
        /** With fewer games, a broken baseline cannot be distinguished from an unbroken one. */
        public static final int LEAST_GAMES = 100;

        public Plan {
            attacks = List.copyOf(attacks);
            if (attacks.isEmpty() || (games != null && games < LEAST_GAMES)) {
                throw new IllegalArgumentException("an attack, and enough games");
            }
        }
    }

    private final LeadgenOpponent opponent;
    private final Cancellation cancellation;

    /** @param opponent the product as it is attacked */
    public AttackSuite(LeadgenOpponent opponent, Cancellation cancellation) {
        this.opponent = opponent;
        this.cancellation = cancellation;
    }

    /** Runs, on all processors, unless it is cancelled. */
    public AttackReport run(Plan plan, Progress progress) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Bout> bouts = new ArrayList<>();
            for (Attack attack : plan.attacks()) {
                bouts.add(new Bout(attack.name(), opponent.label(), rounds -> attack.attack(opponent, rounds)));
            }
            if (plan.baselines()) {
                plan.attacks()
                        .forEach(attack -> attack.breaks().stream()
                                .sorted()
                                .forEach(weak -> bouts.add(
                                        new Bout(attack.name(), weak.label(), rounds -> attack.attack(weak, rounds)))));
            }
            List<Result> results = new ArrayList<>();
            for (Bout bout : bouts) {
                cancellation.check();
                double before = results.size();
                progress.at(bout.attack, before / bouts.size());
                Rounds rounds = new Rounds(
                        plan.seed(),
                        plan.games(),
                        threads,
                        cancellation,
                        fraction -> progress.at(bout.attack, (before + fraction) / bouts.size()));
                results.add(new Result(bout.attack, bout.opponent, bout.play.apply(rounds)));
            }
            int ours = plan.attacks().size();
            return new AttackReport(
                    opponent.callerClass().name(),
                    plan.seed(),
                    results.subList(0, ours),
                    results.subList(ours, results.size()));
        } finally {
            threads.shutdownNow();
        }
    }

    private record Bout(String attack, String opponent, Function<Rounds, Evidence> play) {}
}
