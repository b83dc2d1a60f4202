package io.leadgen.predicate.parser;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which known name somebody may have meant. */
final class Suggestions {
    private static final int SHORTEST_BEGINNING = 3;

    private Suggestions() {}

    /** The nearest of the candidates, the first in alphabetical order where several are, or null if none is near. */
    static @Nullable String nearest(String name, Collection<String> candidates) {
        String only = onlyLonger(name, candidates);
        if (only != null) {
            return only;
        }
        String best = null;
        int bestDistance = Math.max(1, name.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(name, candidate, bestDistance);
            if (distance < bestDistance
                    || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** The candidate of which the name is the beginning, if there is just one. */
    private static @Nullable String onlyLonger(String name, Collection<String> candidates) {
        String only = null;
        for (String candidate : candidates) {
            if (name.length() >= SHORTEST_BEGINNING && candidate.startsWith(name)) {
                if (only != null) {
                    return null;
                }
                only = candidate;
            }
        }
        return only;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other; exact up to {@code most}. */
    private static int distance(String from, String to, int most) {
        if (Math.abs(from.length() - to.length()) > most) {
            return Integer.MAX_VALUE;
        }
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                int edits = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], current[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                current[j] = swapped ? Math.min(edits, beforeLast[j - 2] + 1) : edits;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[to.length()];
    }
}
