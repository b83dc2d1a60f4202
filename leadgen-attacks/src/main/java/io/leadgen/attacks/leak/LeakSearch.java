package io.leadgen.attacks.leak;

import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.opponent.WeakBaseline;
import java.util.Set;

/** Looks for something that must not be there at all. */
abstract class LeakSearch implements Attack {
    private final String name;

    LeakSearch(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /** The baselines have no errors, metadata and budgets of their own. */
    @Override
    public Set<WeakBaseline> breaks() {
        return Set.of();
    }

    @Override
    public Evidence attack(WeakBaseline opponent, Rounds rounds) {
        throw new UnsupportedOperationException(name + " is played against the product only");
    }
}
