package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** The condition holds for the target alone. */
public final class IsolatingPredicate extends GuessingGame {
    public IsolatingPredicate() {
        super("isolating-predicate", 500, Set.of(WeakBaseline.RAW));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        OracleAnswer reply = oracle.count(ATTACKER, "age = " + Person.TARGET_AGE + " AND secret = TRUE");
        return arena.guess(reply.orElse(0) - 0.5) == secret;
    }
}
