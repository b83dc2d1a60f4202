package io.leadgen.tests.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices; the same for a seed on every JDK, because SplittableRandom's algorithm is specified. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to {@code bound} - 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public <T> T one(List<? extends T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    public <T> List<T> shuffled(List<T> elements) {
        List<T> result = new ArrayList<>(elements);
        for (int i = result.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T swapped = result.get(i);
            result.set(i, result.get(j));
            result.set(j, swapped);
        }
        return result;
    }
}
