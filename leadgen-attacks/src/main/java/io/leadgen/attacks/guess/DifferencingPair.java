package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** Two audiences that differ in the target: what is between the two numbers is the target. */
public final class DifferencingPair extends GuessingGame {
    public DifferencingPair() {
        super("differencing-pair", 1000, Set.of(WeakBaseline.RAW, WeakBaseline.K_50));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        double with = oracle.count(ATTACKER, "secret = TRUE").orElse(0);
        double without = oracle.count(ATTACKER, "secret = TRUE AND NOT (age = " + Person.TARGET_AGE + ")")
                .orElse(0);
        return arena.guess(with - without - 0.5) == secret;
    }
}
