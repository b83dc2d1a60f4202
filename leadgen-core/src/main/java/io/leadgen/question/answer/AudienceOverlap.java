package io.leadgen.question.answer;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.question.Overlap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How audiences overlap. Every number is a sum of the same atoms, so that numbers which are not suppressed agree to the unit.
 *
 * @param audiences by name, in the order of the request
 * @param atoms every combination of being in some audiences and not in the others; the first is nobody's
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

    /** The noisy atoms, of which any set of people is made. */
    public static final class Atoms {
        private final List<BigDecimal> counts;
        private final double sigma;
        private final CallerClass callerClass;

        /** @param counts by the number of the atom, whose bit {@code i} is set if it is in audience {@code i} */
        public Atoms(List<BigDecimal> counts, double sigma, CallerClass callerClass) {
            this.counts = counts;
            this.sigma = sigma;
            this.callerClass = callerClass;
        }

        /** The people in the atoms that are chosen. */
        NoisyCount sum(IntPredicate chosen) {
            BigDecimal sum = BigDecimal.ZERO;
            int atoms = 0;
            for (int atom = 0; atom < counts.size(); atom++) {
                if (chosen.test(atom)) {
                    sum = sum.add(counts.get(atom));
                    atoms++;
                }
            }
            return NoisyCount.of(sum, sigma * Math.sqrt(atoms), callerClass);
        }
    }

    public static AudienceOverlap of(Overlap request, Atoms atoms, ReleaseInfo terms) {
        List<String> names = new ArrayList<>(request.audiences().keySet());
        Map<String, Member> members = new LinkedHashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int one = 1 << i;
            int before = one - 1;
            members.put(
                    names.get(i),
                    new Member(
                            requireNonNull(request.audiences().get(names.get(i))),
                            atoms.sum(atom -> (atom & one) != 0),
                            atoms.sum(atom -> (atom & one) != 0 && (atom & before) == 0)));
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(pair(names.get(i), one, names.get(j), 1 << j, atoms));
            }
        }
        List<Atom> told = new ArrayList<>();
        for (int atom = 0; atom < 1 << names.size(); atom++) {
            int number = atom;
            told.add(new Atom(in(names, atom), atoms.sum(other -> other == number)));
        }
        return new AudienceOverlap(members, told, atoms.sum(atom -> atom != 0), pairs, terms);
    }

    private static Pair pair(String first, int one, String second, int other, Atoms atoms) {
        NoisyCount both = atoms.sum(atom -> (atom & one) != 0 && (atom & other) != 0);
        return new Pair(
                first,
                second,
                both,
                atoms.sum(atom -> (atom & (one | other)) != 0),
                atoms.sum(atom -> (atom & one) != 0 && (atom & other) == 0),
                atoms.sum(atom -> (atom & one) == 0 && (atom & other) != 0),
                Shares.of(both, atoms.sum(atom -> (atom & one) != 0)),
                Shares.of(both, atoms.sum(atom -> (atom & other) != 0)));
    }

    private static List<String> in(List<String> names, int atom) {
        List<String> in = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if ((atom & (1 << i)) != 0) {
                in.add(names.get(i));
            }
        }
        return in;
    }
}
