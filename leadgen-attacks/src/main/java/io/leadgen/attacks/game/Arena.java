package io.leadgen.attacks.game;

import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.Spending;
import io.leadgen.attacks.world.World;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One game against one opponent: chance for both sides, and the account of what was spent. */
public final class Arena {
    private final Opponent opponent;
    private final SplittableRandom random;
    private @Nullable Oracle oracle;

    public Arena(Opponent opponent, SplittableRandom random) {
        this.opponent = opponent;
        this.random = random;
    }

    public Opponent opponent() {
        return opponent;
    }

    /** The game's own chance: the secret bit, the attacker's choices. */
    public RandomGenerator random() {
        return random;
    }

    public Oracle over(World world) {
        return over(world, opponent::over);
    }

    /** Opens it in another way. */
    public Oracle over(World world, BiFunction<World, RandomGenerator, Oracle> opening) {
        oracle = opening.apply(world, random.split());
        return oracle;
    }

    /** Guesses that the bit is set if the evidence is positive, and by a coin if it says nothing. */
    public boolean guess(double evidence) {
        return evidence == 0 ? random.nextBoolean() : evidence > 0;
    }

    Spending spent() {
        return oracle == null ? Spending.NONE : oracle.spent();
    }
}
