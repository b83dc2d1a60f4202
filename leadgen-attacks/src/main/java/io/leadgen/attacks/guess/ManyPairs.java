package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** Differencing pairs without end, each in other words that mean something else and hold for the same people. */
public final class ManyPairs extends GuessingGame {
    public ManyPairs() {
        super(
                "many-pairs",
                100,
                Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean present = arena.random().nextBoolean();
        World world = World.ofTargetOrNot(arena.opponent().crowd(), present);
        Oracle oracle = arena.over(world);
        double excess =
                new Variations(arena.opponent(), oracle).excessOfPairs(ATTACKER, "age = " + Person.TARGET_AGE, 0.5);
        return arena.guess(excess) == present;
    }
}
