package io.leadgen.audience;

import io.leadgen.catalog.Column;
import io.leadgen.spelling.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds columns by words in their names and in what is said about them, and puts the best first. */
final class ColumnSearch {
    /** How a word meets a column; later is better. */
    private enum Match {
        NONE,
        WITHIN_A_WORD_OF_THE_TEXT,
        WITHIN_THE_NAME,
        WORD_OF_THE_TEXT,
        TAG,
        WORD_OF_THE_NAME,
        BEGINNING_OF_THE_NAME,
        NAME
    }

    /**
     * A column and what is said about it, in lower case.
     *
     * @param texts the words of comments, definitions, values and owners
     */
    record Entry(Column column, Set<String> nameWords, Set<String> tags, Set<String> texts) {

        static Entry of(Column column, Collection<String> tags, Collection<String> texts) {
            return new Entry(
                    column,
                    Set.copyOf(words(List.of(column.name().value()))),
                    Set.copyOf(words(tags)),
                    Set.copyOf(words(texts)));
        }

        private String name() {
            return column.name().value();
        }

        private Match match(String word) {
            if (name().equals(word)) {
                return Match.NAME;
            } else if (name().startsWith(word)) {
                return Match.BEGINNING_OF_THE_NAME;
            } else if (begins(nameWords, word)) {
                return Match.WORD_OF_THE_NAME;
            } else if (begins(tags, word)) {
                return Match.TAG;
            } else if (begins(texts, word)) {
                return Match.WORD_OF_THE_TEXT;
            } else if (name().contains(word)) {
                return Match.WITHIN_THE_NAME;
            }
            return texts.stream().anyMatch(text -> text.contains(word)) ? Match.WITHIN_A_WORD_OF_THE_TEXT : Match.NONE;
        }

        private static boolean begins(Set<String> words, String word) {
            return words.stream().anyMatch(other -> other.startsWith(word));
        }
    }

    /**
     * What was found, best first; equally good columns in the order of the table.
     *
     * @param searchedFor the corrected words, if only those matched; or null
     */
    record Found(List<Column> columns, @Nullable String searchedFor) {}

    private record Scored(Entry entry, Match whole, List<Match> matches) {
        boolean all(Match least) {
            return matches.stream().allMatch(match -> match.compareTo(least) >= 0);
        }

        boolean any(Match least) {
            return matches.stream().anyMatch(match -> match.compareTo(least) >= 0);
        }

        int score() {
            return matches.stream().mapToInt(Match::ordinal).sum();
        }
    }

    private final List<Entry> entries;

    ColumnSearch(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * The columns that have all words; where there are none, those that have one; where there are none either, those that have
     * the words that may have been meant. A word counts where a word begins with it, and only if none does, within words.
     */
    Found find(String search) {
        List<String> wanted = words(List.of(search));
        List<Column> found = find(wanted);
        if (!found.isEmpty()) {
            return new Found(found, null);
        }
        Set<String> known = new LinkedHashSet<>();
        entries.forEach(
                entry -> Stream.of(entry.nameWords, entry.tags, entry.texts).forEach(known::addAll));
        List<String> meant = wanted.stream()
                .map(word -> DidYouMean.nearest(word, known).orElse(word))
                .toList();
        List<Column> near = meant.equals(wanted) ? List.of() : find(meant);
        return near.isEmpty() ? new Found(near, null) : new Found(near, String.join(" ", meant));
    }

    private List<Column> find(List<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        // Names have underscores where people write spaces.
        String whole = String.join("_", wanted);
        List<Scored> scored = new ArrayList<>();
        for (Entry entry : entries) {
            scored.add(new Scored(
                    entry, entry.match(whole), wanted.stream().map(entry::match).toList()));
        }
        List<Predicate<Scored>> attempts = List.of(
                column -> column.all(Match.WORD_OF_THE_TEXT),
                column -> column.all(Match.WITHIN_A_WORD_OF_THE_TEXT),
                column -> column.any(Match.WORD_OF_THE_TEXT),
                column -> column.any(Match.WITHIN_A_WORD_OF_THE_TEXT));
        for (Predicate<Scored> attempt : attempts) {
            List<Column> found = scored.stream()
                    .filter(attempt)
                    .sorted(Comparator.comparing(Scored::whole)
                            .thenComparing(Scored::score)
                            .reversed())
                    .map(column -> column.entry().column())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<String> words(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
