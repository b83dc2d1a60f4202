package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The target's row may hold a long text, which takes long to match against a hard pattern. So the duration of an answer
 * discloses whether it does. A limit between the two durations is learned in games whose secret is known, and used in others.
 */
public final class Timing implements Attack {
    private static final String NAME = "timing";
    private static final int GAMES = 60;
    /** Where nobody waits for a clock. */
    private static final int QUICK_GAMES = 300;

    private static final int LESSONS = 16;
    /** Until code is compiled, everything takes long. */
    private static final int WARM_UP = 24;

    private static final String LONG_TEXT = "a".repeat(120_000);
    /** As many wildcards as a pattern may have. */
    private static final String HARD_QUESTION = "note LIKE '%" + "a%".repeat(3) + "b'";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<WeakBaseline> breaks() {
        return Set.of(WeakBaseline.RAW);
    }

    /** Without a ceiling: time is no part of the theorem. Where answers come on the steps of a clock, it should be a coin. */
    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        Watch watch = new Watch(opponent, opponent::inRealTime, 1);
        double limit = learn(watch, rounds);
        return play(watch, rounds, GAMES, arena -> limit);
    }

    /**
     * Here a lesson takes no time, so that every game has its own: a computer is not as fast at all times. Three questions each,
     * because whatever else the computer does makes an answer later and never sooner.
     */
    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        Watch watch = new Watch(opponent, opponent::over, 3);
        return play(watch, rounds, QUICK_GAMES, arena -> (watch.nanos(arena, false) + watch.nanos(arena, true)) / 2);
    }

    private static Evidence play(Watch watch, Rounds rounds, int games, ToDoubleFunction<Arena> limit) {
        return rounds.few()
                .play(NAME, games, watch.opponent, arena -> {
                    boolean secret = arena.random().nextBoolean();
                    double between = limit.applyAsDouble(arena);
                    return arena.guess(watch.nanos(arena, secret) - between) == secret;
                })
                .withoutCeiling();
    }

    /** The limit that separates most of the lessons. */
    private double learn(Watch watch, Rounds rounds) {
        double[] durations = new double[LESSONS];
        for (int i = -WARM_UP; i < LESSONS; i++) {
            SplittableRandom random = rounds.random(NAME + " lesson", i);
            double nanos = watch.nanos(new Arena(watch.opponent, random), i % 2 != 0);
            if (i >= 0) {
                durations[i] = nanos;
            }
        }
        double best = 0;
        int most = -1;
        for (double limit : durations) {
            int right = 0;
            for (int i = 0; i < LESSONS; i++) {
                right += (durations[i] >= limit) == (i % 2 == 1) ? 1 : 0;
            }
            if (right > most) {
                most = right;
                best = limit;
            }
        }
        return best;
    }

    /**
     * @param opening opens the opponent over a world
     * @param times how many questions to ask, of which the fastest counts
     */
    private record Watch(Opponent opponent, BiFunction<World, RandomGenerator, Oracle> opening, int times) {
        double nanos(Arena arena, boolean secret) {
            Person target = Person.target(true).noted(secret ? LONG_TEXT : "");
            Oracle oracle = arena.over(World.of(opponent.crowd(), target), opening);
            double least = Double.MAX_VALUE;
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                oracle.count(GuessingGame.ATTACKER, HARD_QUESTION + " AND visits > -" + (i + 1));
                least = Math.min(least, (double) (System.nanoTime() - begin));
            }
            return least;
        }
    }
}
