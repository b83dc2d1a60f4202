package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** Two conditions that hold for the same people if the target has no secret. Where the noise follows the result, equal answers would say so. */
public final class EqualityOracle extends GuessingGame {
    public EqualityOracle() {
        super("equality-oracle", 1000, Set.of(WeakBaseline.RAW, WeakBaseline.K_50));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        OracleAnswer all = oracle.count(ATTACKER, "secret = TRUE");
        OracleAnswer others = oracle.count(ATTACKER, "secret = TRUE AND NOT (age = " + Person.TARGET_AGE + ")");
        return all.equals(others) != secret;
    }
}
