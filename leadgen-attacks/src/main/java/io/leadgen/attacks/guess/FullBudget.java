package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** Spends the whole budget on the most informative question. The sum of the answers holds all their information, so no attack on a count does better. */
public final class FullBudget extends GuessingGame {
    public FullBudget() {
        super(
                "full-budget",
                150,
                Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean present = arena.random().nextBoolean();
        World world = World.ofTargetOrNot(arena.opponent().crowd(), present);
        Oracle oracle = arena.over(world);
        double excess = new Variations(arena.opponent(), oracle)
                .excess(ATTACKER, arena.opponent().crowd() + 0.5);
        return arena.guess(excess) == present;
    }
}
