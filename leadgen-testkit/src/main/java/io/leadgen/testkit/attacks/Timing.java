package io.leadgen.testkit.attacks;

import io.leadgen.testkit.attacks.Rounds.Score;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * The target's row may hold a long text, which a hard pattern takes long to compare with: how long an answer takes tells
 * whether it does. A limit between the two durations is learned in games whose secret is known, and used in others.
 */
final class Timing implements Attack {
    private static final int GAMES = 100;
    private static final int LESSONS = 16;
    /** Until code is compiled, everything takes long. */
    private static final int WARM_UP = 6;

    private static final String LONG_TEXT = "a".repeat(60_000);
    private static final String HARD_QUESTION = "note LIKE '%" + "a%".repeat(20) + "b'";

    @Override
    public String name() {
        return "timing";
    }

    @Override
    public String idea() {
        return "does an answer take longer because of the target's row?";
    }

    @Override
    public Set<WeakBaseline> breaks() {
        return Set.of(WeakBaseline.RAW);
    }

    /** A promise only where answers are released on the steps of a clock: else one comes when it is ready. */
    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        Score score = score(opponent, opponent::inRealTime, rounds);
        return opponent.callerClass().responseStep().isZero() ? score.withoutCeiling() : score.withCeiling();
    }

    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        return score(opponent, opponent::over, rounds).withoutCeiling();
    }

    private Score score(Opponent opponent, BiFunction<World, RandomGenerator, Oracle> opening, Rounds rounds) {
        double limit = learn(opponent, opening, rounds);
        return rounds.few().play(name(), GAMES, opponent, arena -> {
            boolean secret = arena.random().nextBoolean();
            return arena.guess(nanos(arena, opening, secret) - limit) == secret;
        });
    }

    /** The limit that tells most of the lessons apart. */
    private double learn(Opponent opponent, BiFunction<World, RandomGenerator, Oracle> opening, Rounds rounds) {
        double[] durations = new double[LESSONS];
        for (int i = -WARM_UP; i < LESSONS; i++) {
            SplittableRandom random = rounds.random(name() + " lesson " + opponent.label(), i);
            double nanos = nanos(new Arena(opponent, random), opening, i % 2 != 0);
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

    private static double nanos(Arena arena, BiFunction<World, RandomGenerator, Oracle> opening, boolean secret) {
        Person target = Person.target(true).noted(secret ? LONG_TEXT : "");
        Oracle oracle = arena.over(World.of(arena.opponent().crowd(), target), opening);
        long begin = System.nanoTime();
        oracle.count(GuessingGame.ATTACKER, HARD_QUESTION);
        return System.nanoTime() - begin;
    }
}
