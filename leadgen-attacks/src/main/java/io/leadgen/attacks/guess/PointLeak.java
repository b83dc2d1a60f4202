package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.question.answer.MetricType;
import java.util.Arrays;
import java.util.Set;

/** The target earns the most of all or the least of all, and nobody else comes near: a true extreme is the target's own value. */
public final class PointLeak extends GuessingGame {
    private static final String EVERYONE = "visits > 0";

    private static final double MIDDLE = World.HIGHEST_INCOME / 2;

    public PointLeak() {
        super(
                "point-leak",
                500,
                Set.of(
                        WeakBaseline.RAW,
                        WeakBaseline.K_50,
                        WeakBaseline.ROUND_10,
                        WeakBaseline.FRESH_NOISE,
                        WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean rich = arena.random().nextBoolean();
        Person target = Person.target(true).earning(rich ? World.HIGHEST_INCOME : 0);
        Person[] others = new Person[arena.opponent().crowd()];
        Arrays.fill(others, Person.KNOWN.earning(MIDDLE));
        others[0] = target;
        Oracle oracle = arena.over(World.of(0, others));
        double most =
                oracle.metric(ATTACKER, MetricType.MAX, "income", EVERYONE).orElse(MIDDLE);
        double least =
                oracle.metric(ATTACKER, MetricType.MIN, "income", EVERYONE).orElse(MIDDLE);
        return arena.guess(most - MIDDLE + (least - MIDDLE)) == rich;
    }
}
