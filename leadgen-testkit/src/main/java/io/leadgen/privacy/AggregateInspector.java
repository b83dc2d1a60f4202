package io.leadgen.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a sealed {@link Aggregate}. For tests of engines only: what it returns are true values, which nobody may see.
 * Nothing outside tests depends on this class.
 */
public final class AggregateInspector {
    private AggregateInspector() {}

    /** The value of one measure in one cell. */
    public static BigInteger value(Aggregate aggregate, int cell, int measure) {
        return aggregate.value(cell, measure);
    }

    /** One measure in all cells. */
    public static List<BigInteger> values(Aggregate aggregate, int measure) {
        List<BigInteger> values = new ArrayList<>();
        for (int cell = 0; cell < aggregate.size(); cell++) {
            values.add(aggregate.value(cell, measure));
        }
        return values;
    }

    /** The keys of all cells, in the order of the cells; an empty list for a cell that the question names. */
    public static List<List<@Nullable String>> keys(Aggregate aggregate) {
        List<List<@Nullable String>> keys = new ArrayList<>();
        for (int cell = 0; cell < aggregate.size(); cell++) {
            keys.add(aggregate.key(cell));
        }
        return keys;
    }
}
