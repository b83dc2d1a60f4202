package io.leadgen.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one probably means. */
public final class DidYouMean {
    private static final int MAX_LENGTH = 255;
    private static final int MIN_PREFIX_LENGTH = 3;

    private DidYouMean() {}

    /**
     * The nearest known name, or empty if none is near.
     *
     * <p>A name that starts with the mistyped text (three letters or more) wins if it is the only one. Otherwise at most a third
     * of the letters may be wrong, missing, added or swapped with a neighbor. Case is ignored; ties go to the alphabetically
     * first name.
     */
    public static Optional<String> nearest(String mistyped, Collection<String> known) {
        String wanted = mistyped.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> longer = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        if (longer.size() == 1 && wanted.length() >= MIN_PREFIX_LENGTH) {
            return Optional.of(longer.get(0));
        }
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance()
                        <= Math.max(
                                1, Math.max(wanted.length(), candidate.name().length()) / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Damerau-Levenshtein distance, in the variant that edits no substring twice. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[other.length()];
    }
}
