package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.time.Duration;
import java.util.Set;

/** The same question before and after the target may have come: an answer that stays must not move, and a new one has new noise. */
public final class InsertDelete extends GuessingGame {
    private static final String EVERYONE = "secret = TRUE";

    /** Longer than an answer stays. */
    private static final Duration A_LONG_TIME = Duration.ofDays(400);

    public InsertDelete() {
        super("insert-delete", 500, Set.of(WeakBaseline.RAW, WeakBaseline.K_50, WeakBaseline.STICKY_NOISE));
    }

    @Override
    boolean play(Arena arena) {
        boolean came = arena.random().nextBoolean();
        int crowd = arena.opponent().crowd();
        World world = World.of(crowd);
        Oracle oracle = arena.over(world);
        double before = oracle.count(ATTACKER, EVERYONE).orElse(0);
        world.becomes(crowd, came ? new Person[] {Person.target(true)} : new Person[0]);
        double after = oracle.count(ATTACKER, EVERYONE).orElse(0);
        world.pass(A_LONG_TIME);
        double later = oracle.count(ATTACKER, EVERYONE).orElse(0);
        double change = after != before ? after - before : later - before;
        return arena.guess(change - 0.5) == came;
    }
}
