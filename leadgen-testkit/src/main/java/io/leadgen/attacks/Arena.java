package io.leadgen.attacks;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One game against one opponent: chance for both sides, and the account of what was spent. */
final class Arena {
    private final Opponent opponent;
    private final SplittableRandom random;
    private @Nullable Oracle oracle;

    Arena(Opponent opponent, SplittableRandom random) {
        this.opponent = opponent;
        this.random = random;
    }

    Opponent opponent() {
        return opponent;
    }

    /** The game's own chance: the secret bit, the attacker's choices. */
    RandomGenerator random() {
        return random;
    }

    /** Opens the opponent over the game's world. */
    Oracle over(World world) {
        return over(world, opponent::over);
    }

    /** Opens it in another way. */
    Oracle over(World world, BiFunction<World, RandomGenerator, Oracle> opening) {
        oracle = opening.apply(world, random.split());
        return oracle;
    }

    /** Guesses that the bit is set if the evidence is positive, and by a coin if it says nothing. */
    boolean guess(double evidence) {
        return evidence == 0 ? random.nextBoolean() : evidence > 0;
    }

    Spending spent() {
        return oracle == null ? Spending.NONE : oracle.spent();
    }
}
