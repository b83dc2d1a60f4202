package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.List;
import java.util.Set;

/** The same question in other words each time: noise that sticks to a text averages out. */
public final class RewriteAveraging extends GuessingGame {
    private static final List<String> SPELLINGS = List.of(
            "visits > 0 AND secret = TRUE",
            "secret AND visits >= 1",
            "NOT ( visits < 1 OR secret <> TRUE )",
            "NOT NOT ( 0 < visits ) AND secret IN ( TRUE )",
            "( secret AND visits > 0 ) OR ( visits >= 1 AND secret )");

    /** One of the spellings, with another number of spaces between its words each time. */
    private static String spelling(int i) {
        StringBuilder text = new StringBuilder();
        int rest = i / SPELLINGS.size();
        for (String word : SPELLINGS.get(i % SPELLINGS.size()).split(" ", -1)) {
            text.append(word).append(" ".repeat(1 + rest % 4));
            rest /= 4;
        }
        return text.toString();
    }

    public RewriteAveraging() {
        super(
                "rewrite-averaging",
                400,
                Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        double mean = Repetition.mean(oracle, arena.opponent().questions(), RewriteAveraging::spelling);
        return arena.guess(mean - arena.opponent().crowd() - 0.5) == secret;
    }
}
