package io.leadgen.testkit.attacks;

import java.util.Set;

/** Looks for something that must not be there at all. */
abstract class LeakSearch implements Attack {
    private final String name;
    private final String idea;

    LeakSearch(String name, String idea) {
        this.name = name;
        this.idea = idea;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String idea() {
        return idea;
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
