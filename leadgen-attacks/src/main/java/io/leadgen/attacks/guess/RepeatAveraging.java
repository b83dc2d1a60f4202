package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.Set;

/** The same question again and again, under other names and other request ids: fresh noise averages out. */
public final class RepeatAveraging extends GuessingGame {
    public RepeatAveraging() {
        super("repeat-averaging", 400, Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.FRESH_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean secret = arena.random().nextBoolean();
        World world = World.of(arena.opponent().crowd(), Person.target(secret));
        Oracle oracle = arena.over(world);
        double mean = Repetition.mean(oracle, arena.opponent().questions(), i -> "secret = TRUE");
        return arena.guess(mean - arena.opponent().crowd() - 0.5) == secret;
    }
}
