package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Arrays;
import java.util.Set;

/**
 * The target is there for certain; the secret decides in which of two cells. It moves both numbers of every breakdown, in opposite
 * directions, so that their difference says more than presence would.
 */
public final class Substitution extends GuessingGame {
    public Substitution() {
        super(
                "substitution",
                150,
                Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        int crowd = arena.opponent().crowd();
        Person[] others = new Person[crowd + 1];
        Arrays.fill(others, Person.KNOWN.with(false));
        others[0] = Person.target(secret);
        Oracle oracle = arena.over(World.of(crowd, others));
        return arena.guess(new Variations(arena.opponent(), oracle).excessOfSecrets(ATTACKER)) == secret;
    }
}
