package io.leadgen.testkit.attacks;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A breakdown with a cell that holds the target and nobody else. */
final class SmallCells extends GuessingGame {
    private static final String EVERYONE = "visits > 0";
    private static final String RARE = "Skopje";
    private static final String OTHER_RARE = "Vaduz";

    /** Where there is no such question, one for each declared value does as well. */
    private static Map<String, Reply> oneByOne(Oracle oracle) {
        return World.CITIES.stream()
                .collect(Collectors.toMap(
                        city -> city, city -> oracle.count(ATTACKER, EVERYONE + " AND city = '" + city + "'")));
    }

    private static double size(Map<String, Reply> cells, String city) {
        return cells.containsKey(city) ? cells.get(city).orElse(0) : 0;
    }

    SmallCells() {
        super("small-cells", 500, Set.of(WeakBaseline.RAW));
    }

    @Override
    boolean play(Arena arena) {
        boolean first = arena.random().nextBoolean();
        Person target = Person.target(true).livingIn(first ? RARE : OTHER_RARE);
        Oracle oracle = arena.over(World.of(arena.opponent().crowd(), target));
        Map<String, Reply> cells = oracle.segments(ATTACKER, "city", EVERYONE).orElseGet(() -> oneByOne(oracle));
        return arena.guess(size(cells, RARE) - size(cells, OTHER_RARE)) == first;
    }
}
