package io.leadgen.testkit.attacks;

import io.leadgen.testkit.attacks.Evidence.Accuracy;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The target's row may hold a long text, which a hard pattern takes long to compare with: how long an answer takes tells
 * whether it does. A limit between the two durations is learned in games whose secret is known, and used in others.
 */
final class Timing implements Attack {
    private static final int GAMES = 100;
    private static final int LESSONS = 40;
    /** Until code is compiled, everything takes long. */
    private static final int WARM_UP = 40;

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

    /** Nothing is promised here: an answer comes when it is ready. */
    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        return attack((Opponent) opponent, rounds);
    }

    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        return attack((Opponent) opponent, rounds);
    }

    private Accuracy attack(Opponent opponent, Rounds rounds) {
        double limit = learn(opponent, rounds);
        return rounds.play(name(), GAMES, opponent, arena -> {
                    boolean secret = arena.random().nextBoolean();
                    return arena.guess(nanos(arena, secret) - limit) == secret;
                })
                .withoutCeiling();
    }

    /** The limit that tells most of the lessons apart. */
    private double learn(Opponent opponent, Rounds rounds) {
        double[] durations = new double[LESSONS];
        for (int i = -WARM_UP; i < LESSONS; i++) {
            SplittableRandom random = rounds.random(name() + " lesson " + opponent.label(), i);
            double nanos = nanos(new Arena(opponent, random), i % 2 != 0);
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

    private static double nanos(Arena arena, boolean secret) {
        Person target = Person.target(true).noted(secret ? LONG_TEXT : "");
        Oracle oracle = arena.over(World.of(arena.opponent().crowd(), target));
        long begin = System.nanoTime();
        oracle.count(GuessingGame.ATTACKER, HARD_QUESTION);
        return System.nanoTime() - begin;
    }
}
