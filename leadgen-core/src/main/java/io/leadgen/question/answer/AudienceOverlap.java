package io.leadgen.question.answer;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How audiences overlap. Every number is a sum of the same atoms, so that numbers which are not suppressed agree to the unit.
 *
 * @param audiences by name, in the order of the request
 * @param atoms every combination of being in some audiences and not in the others; the first is in no audience
 * @param reach how many people are in one of the audiences at least
 * @param pairs every two audiences
 */
public record AudienceOverlap(
        Map<String, Member> audiences, List<Atom> atoms, NoisyCount reach, List<Pair> pairs, ReleaseInfo terms) {
    public AudienceOverlap {
        audiences = Collections.unmodifiableMap(new LinkedHashMap<>(audiences));
        atoms = List.copyOf(atoms);
        pairs = List.copyOf(pairs);
    }

    /**
     * An audience.
     *
     * @param adds how many people it adds to the reach of the audiences before it
     */
    public record Member(String predicate, NoisyCount size, NoisyCount adds) {}

    /**
     * People who are in these audiences and in no other.
     *
     * @param in the names, in the order of the request; none for people in no audience
     */
    public record Atom(List<String> in, NoisyCount size) {
        public Atom {
            in = List.copyOf(in);
        }
    }

    /**
     * Two audiences.
     *
     * @param both in both
     * @param either in one of them at least
     * @param onlyFirst in the first and not in the second
     * @param onlySecond in the second and not in the first
     * @param shareOfFirst how much of the first is in the second, 0 to 1; null if suppressed
     * @param shareOfSecond how much of the second is in the first, 0 to 1; null if suppressed
     */
    public record Pair(
            String first,
            String second,
            NoisyCount both,
            NoisyCount either,
            NoisyCount onlyFirst,
            NoisyCount onlySecond,
            @Nullable BigDecimal shareOfFirst,
            @Nullable BigDecimal shareOfSecond) {}
}
