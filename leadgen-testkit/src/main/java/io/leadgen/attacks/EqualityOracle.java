package io.leadgen.attacks;

import java.util.Set;

/** Two conditions that hold for the same people if the target has no secret. Where the noise follows the result, equal answers would say so. */
final class EqualityOracle extends GuessingGame {
    EqualityOracle() {
        super("equality-oracle", 1000, Set.of(WeakBaseline.RAW, WeakBaseline.K_50));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        Reply all = oracle.count(ATTACKER, "secret = TRUE");
        Reply others = oracle.count(ATTACKER, "secret = TRUE AND NOT (age = " + Person.TARGET_AGE + ")");
        return all.equals(others) != secret;
    }
}
