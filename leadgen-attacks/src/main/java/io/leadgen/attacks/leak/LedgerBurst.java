package io.leadgen.attacks.leak;

import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.LeadgenOracle;
import io.leadgen.attacks.world.World;
import io.leadgen.audience.AudienceService;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Count;
import io.leadgen.question.answer.AudienceEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One principal asks from many threads at once: where check and charge are two steps, some answers are not paid for. */
public final class LedgerBurst implements Attack {
    private static final Principal ATTACKER = Principal.of("attacker");
    private static final int THREADS = 8;
    private static final int BURSTS = 5;

    @Override
    public String name() {
        return "ledger-burst";
    }

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        int beyond = 0;
        int answers = 0;
        for (int burst = 0; burst < BURSTS; burst++) {
            // Many threads share this source, and this one is made for it.
            Random noise = new Random(rounds.random(name(), burst).nextLong());
            LeadgenOracle oracle = opponent.over(World.of(opponent.crowd()), noise);
            Rho budget = budget(oracle);
            List<Rho> costs = burst(oracle, opponent.facts().questions());
            answers += costs.size();
            beyond += beyond(costs, budget);
        }
        return new Evidence.Leaks(beyond, answers, "answers unpaid");
    }

    private static Rho budget(LeadgenOracle oracle) {
        return oracle.audience()
                .check(Count.of(World.TABLE).where("visits > 0").precision(Precision.MAX), oracle.context(ATTACKER))
                .budgetLeft();
    }

    private static int beyond(List<Rho> costs, Rho budget) {
        Rho spent = Rho.ZERO;
        int beyond = 0;
        for (Rho cost : costs) {
            spent = spent.plus(cost);
            beyond += spent.compareTo(budget) > 0 ? 1 : 0;
        }
        return beyond;
    }

    /** What the answers have cost that were given until there were no more, or enough. */
    private static List<Rho> burst(LeadgenOracle oracle, int questions) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier together = new CyclicBarrier(THREADS);
            AtomicInteger next = new AtomicInteger();
            Callable<List<Rho>> asker = () -> {
                together.await();
                return ask(oracle, next, questions);
            };
            List<Rho> costs = new ArrayList<>();
            for (Future<List<Rho>> one : threads.invokeAll(Collections.nCopies(THREADS, asker))) {
                costs.addAll(one.get());
            }
            return costs;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Rho> ask(LeadgenOracle oracle, AtomicInteger next, int questions) {
        AudienceService audience = oracle.audience();
        List<Rho> costs = new ArrayList<>();
        for (int i = next.incrementAndGet(); i <= questions; i = next.incrementAndGet()) {
            try {
                AudienceEstimate estimate = audience.ask(
                        Count.of(World.TABLE).where("visits > -" + i).precision(Precision.MAX),
                        oracle.context(ATTACKER));
                costs.add(estimate.privacy().cost().rho());
                if (estimate.coarse()) {
                    break;
                }
            } catch (LeadgenException refused) {
                break;
            }
        }
        return costs;
    }
}
