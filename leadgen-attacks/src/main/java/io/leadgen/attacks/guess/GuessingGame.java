package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.WeakBaseline;
import io.leadgen.privacy.policy.Principal;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A secret bit is drawn, the attacker asks and guesses it. Played many times, each with people, a ledger and noise of its own.
 *
 * @param games how many to play in a short run; the fewer, the more questions one takes
 * @param game plays once, and returns whether the guess was right
 */
record GuessingGame(String name, int games, Set<WeakBaseline> breaks, Predicate<Arena> game) implements Attack {
    static final Principal ATTACKER = Principal.of("attacker");
    /** Enough to distinguish a broken baseline from an unbroken one. */
    private static final int BASELINE_GAMES = 100;

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        return rounds.play(name, games, opponent, game).withCeiling();
    }

    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        return rounds.play(name, BASELINE_GAMES, opponent, game).withoutCeiling();
    }
}
