package io.leadgen.attacks;

import io.leadgen.attacks.AttackReport.Result;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.guess.Collusion;
import io.leadgen.attacks.guess.DifferencingPair;
import io.leadgen.attacks.guess.EqualityOracle;
import io.leadgen.attacks.guess.FullBudget;
import io.leadgen.attacks.guess.InsertDelete;
import io.leadgen.attacks.guess.IsolatingPredicate;
import io.leadgen.attacks.guess.LinearReconstruction;
import io.leadgen.attacks.guess.ManyPairs;
import io.leadgen.attacks.guess.PointLeak;
import io.leadgen.attacks.guess.RepeatAveraging;
import io.leadgen.attacks.guess.RewriteAveraging;
import io.leadgen.attacks.guess.SmallCells;
import io.leadgen.attacks.guess.Substitution;
import io.leadgen.attacks.guess.SubstitutionSum;
import io.leadgen.attacks.guess.ThresholdBoundary;
import io.leadgen.attacks.guess.Timing;
import io.leadgen.attacks.leak.ErrorChannel;
import io.leadgen.attacks.leak.LedgerBurst;
import io.leadgen.attacks.leak.Metadata;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.error.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * All attacks, run against the product and against the baselines that each has to break. Everything happens in memory, over
 * invented people, but for two attacks that also ask DuckDB over a file for temporary use.
 */
public final class AttackSuite {
    /** Every attack, in the order in which they run. */
    public static final List<Attack> ALL = List.of(
            new IsolatingPredicate(),
            new DifferencingPair(),
            new RepeatAveraging(),
            new RewriteAveraging(),
            new ManyPairs(),
            new FullBudget(),
            new Substitution(),
            new SubstitutionSum(),
            new Collusion(),
            new ThresholdBoundary(),
            new InsertDelete(),
            new EqualityOracle(),
            new LinearReconstruction(),
            new PointLeak(),
            new SmallCells(),
            new Timing(),
            new ErrorChannel(),
            new Metadata(),
            new LedgerBurst());

    /** Receives the progress of a run. */
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

    /**
     * Runs, on all processors.
     *
     * @throws io.leadgen.error.LeadgenException CANCELLED
     */
    public AttackReport run(Plan plan, Progress progress) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Run run = new Run(plan, threads, progress);
            List<Result> results = new ArrayList<>();
            for (Attack attack : plan.attacks()) {
                results.add(new Result(attack.name(), opponent.label(), attack.attack(opponent, run.next(attack))));
            }
            List<Result> baselines = new ArrayList<>();
            if (plan.baselines()) {
                for (Attack attack : plan.attacks()) {
                    for (WeakBaseline baseline :
                            attack.breaks().stream().sorted().toList()) {
                        Evidence evidence = attack.attack(baseline, run.next(attack));
                        baselines.add(new Result(attack.name(), baseline.label(), evidence));
                    }
                }
            }
            return new AttackReport(opponent.callerClass().name(), plan.seed(), results, baselines);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts the attacks that have been run. */
    private final class Run {
        private final Plan plan;
        private final ExecutorService threads;
        private final Progress progress;
        private final int all;
        private int begun;

        Run(Plan plan, ExecutorService threads, Progress progress) {
            this.plan = plan;
            this.threads = threads;
            this.progress = progress;
            int baselines = plan.attacks().stream()
                    .mapToInt(attack -> attack.breaks().size())
                    .sum();
            this.all = plan.attacks().size() + (plan.baselines() ? baselines : 0);
        }

        Rounds next(Attack attack) {
            cancellation.check();
            double before = begun++;
            progress.at(attack.name(), before / all);
            return new Rounds(
                    plan.seed(),
                    plan.games(),
                    threads,
                    cancellation,
                    fraction -> progress.at(attack.name(), (before + fraction) / all));
        }
    }
}
