package io.leadgen.attacks.game;

import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.WeakBaseline;
import java.util.Set;

/** A way to learn about one person from answers about many. */
public interface Attack {
    /** As commands and results name it, in kebab case. */
    String name();

    /** The baselines that it has to break, or else it is no attack. None for a search of what only the product has: its errors. */
    default Set<WeakBaseline> breaks() {
        return Set.of();
    }

    /** Plays it against the product, as often as it takes for a number that means something. */
    Evidence attack(LeadgenOpponent opponent, Rounds rounds);

    /** Plays it against a baseline, one of {@link #breaks()}. */
    default Evidence attack(WeakBaseline opponent, Rounds rounds) {
        throw new UnsupportedOperationException(name() + " is played against the product only");
    }
}
