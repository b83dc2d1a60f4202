package io.leadgen.attacks.audit;

import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Invented people of whom an attacker knows everything but whether they are there. What they are like is random, so that random
 * conditions cut them in half in ever new ways.
 */
final class Canaries {
    private static final int VALUES = 1_000;
    /** As many as fit into any class's predicates. */
    private static final int RANGES = 8;

    /**
     * A condition, and whom it holds for.
     *
     * @param text as callers write it
     */
    record Condition(String text, Predicate<Person> holds) {}

    private Canaries() {}

    static List<Person> invented(int count, RandomGenerator random) {
        List<Person> people = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            people.add(new Person(
                    random.nextInt(VALUES),
                    i,
                    random.nextInt(VALUES),
                    random.nextBoolean(),
                    "Bern",
                    random.nextInt(VALUES) * World.HIGHEST_INCOME / VALUES,
                    ""));
        }
        return people;
    }

    /** A condition that about half of them meet. */
    static Condition half(RandomGenerator random) {
        boolean byAge = random.nextBoolean();
        String column = byAge ? "age" : "visits";
        int[] cuts =
                random.ints(0, VALUES).distinct().limit(2L * RANGES).sorted().toArray();
        List<String> ranges = new ArrayList<>();
        BitSet in = new BitSet(VALUES);
        for (int cut = 0; cut < cuts.length; cut += 2) {
            ranges.add(column + " BETWEEN " + cuts[cut] + " AND " + (cuts[cut + 1] - 1));
            in.set(cuts[cut], cuts[cut + 1]);
        }
        return new Condition(
                ranges.stream().collect(Collectors.joining(" OR ", "(", ")")),
                person -> in.get(byAge ? person.age() : person.visits()));
    }
}
