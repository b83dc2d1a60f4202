package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Arrays;
import java.util.Set;

/** The target is there for certain and earns the least or the most that counts, which moves a sum by the whole width of its bounds. */
public final class SubstitutionSum extends GuessingGame {
    private static final double MIDDLE = World.HIGHEST_INCOME / 2;

    public SubstitutionSum() {
        super(
                "substitution-sum",
                150,
                Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean rich = arena.random().nextBoolean();
        Person[] others = new Person[arena.opponent().crowd()];
        Arrays.fill(others, Person.KNOWN.earning(MIDDLE));
        others[0] = Person.target(true).earning(rich ? World.HIGHEST_INCOME : 0);
        Oracle oracle = arena.over(World.of(0, others));
        double excess = new Variations(arena.opponent(), oracle).excessOfMeans(ATTACKER, "income", MIDDLE);
        return arena.guess(excess) == rich;
    }
}
