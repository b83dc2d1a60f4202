package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Map;
import java.util.Set;

/** A breakdown with a cell that holds the target and nobody else. */
public final class SmallCells extends GuessingGame {
    private static final String EVERYONE = "visits > 0";
    private static final String RARE = "Skopje";
    private static final String OTHER_RARE = "Vaduz";

    private static double size(Map<String, OracleAnswer> cells, String city) {
        return cells.containsKey(city) ? cells.get(city).orElse(0) : 0;
    }

    public SmallCells() {
        super("small-cells", 500, Set.of(WeakBaseline.RAW));
    }

    @Override
    boolean play(Arena arena) {
        boolean first = arena.random().nextBoolean();
        Person target = Person.target(true).livingIn(first ? RARE : OTHER_RARE);
        Oracle oracle = arena.over(World.of(arena.opponent().crowd(), target));
        Map<String, OracleAnswer> cells = oracle.segments(ATTACKER, "city", EVERYONE);
        return arena.guess(size(cells, RARE) - size(cells, OTHER_RARE)) == first;
    }
}
