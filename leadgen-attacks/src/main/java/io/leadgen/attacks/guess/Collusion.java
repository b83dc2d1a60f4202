package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.World;
import io.leadgen.privacy.policy.Principal;
import java.util.Set;

/** Principals join, each with a budget of their own, until the table's budget refuses them all. */
public final class Collusion extends GuessingGame {
    public Collusion() {
        super("collusion", 30, Set.of(WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean present = arena.random().nextBoolean();
        World world = World.ofTargetOrNot(arena.opponent().crowd(), present);
        Oracle oracle = arena.over(world);
        Variations variations = new Variations(arena.opponent(), oracle);
        double excess = 0;
        int before;
        int principals = 0;
        do {
            before = variations.asked();
            Principal next = Principal.of("attacker " + ++principals);
            excess += variations.excess(next, arena.opponent().crowd() + 0.5);
            // Until a new principal gets one refusal and nothing else.
        } while (variations.asked() > before + 1);
        return arena.guess(excess) == present;
    }
}
