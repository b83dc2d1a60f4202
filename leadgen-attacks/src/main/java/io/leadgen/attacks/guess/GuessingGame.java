package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.privacy.policy.Principal;
import java.util.Set;

/**
 * A secret bit is drawn, the attacker asks and guesses it. Played many times, each with people, a ledger and noise of its own.
 */
abstract class GuessingGame implements Attack {
    /** Enough to distinguish a broken baseline from an unbroken one. */
    private static final int BASELINE_GAMES = 100;

    static final Principal ATTACKER = Principal.of("attacker");

    private final String name;
    private final int games;
    private final Set<WeakBaseline> breaks;

    /** @param games how many to play in a short run; the fewer, the more questions one takes */
    GuessingGame(String name, int games, Set<WeakBaseline> breaks) {
        this.name = name;
        this.games = games;
        this.breaks = breaks;
    }

    /** Plays once. Returns whether the guess was right. */
    abstract boolean play(Arena arena);

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<WeakBaseline> breaks() {
        return breaks;
    }

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        return rounds.play(name, games, opponent, this::play).withCeiling();
    }

    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        return rounds.play(name, BASELINE_GAMES, opponent, this::play).withoutCeiling();
    }
}
