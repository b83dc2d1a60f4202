package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Arrays;
import java.util.Set;

/** As many others as are just suppressed, and the target: the target decides whether there is a number. */
public final class ThresholdBoundary extends GuessingGame {
    public ThresholdBoundary() {
        super("threshold-boundary", 1000, Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.ROUND_10));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        int edge = arena.opponent().edge();
        Person[] group = new Person[edge];
        Arrays.fill(group, Person.KNOWN.at(1));
        group[0] = Person.target(secret).at(1);
        Oracle oracle = arena.over(World.of(arena.opponent().crowd(), group));
        OracleAnswer reply = oracle.count(ATTACKER, "zip = 1 AND secret = TRUE");
        return arena.guess(reply.orElse(0) - edge + 0.5) == secret;
    }
}
