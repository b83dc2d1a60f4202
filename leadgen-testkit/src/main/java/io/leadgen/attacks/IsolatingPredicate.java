package io.leadgen.attacks;

import java.util.Set;

/** The condition holds for the target alone. */
final class IsolatingPredicate extends GuessingGame {
    IsolatingPredicate() {
        super("isolating-predicate", 500, Set.of(WeakBaseline.RAW));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        Reply reply = oracle.count(ATTACKER, "age = " + Person.TARGET_AGE + " AND secret = TRUE");
        return arena.guess(reply.orElse(0) - 0.5) == secret;
    }
}
