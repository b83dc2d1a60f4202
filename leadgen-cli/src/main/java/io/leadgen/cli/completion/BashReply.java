package io.leadgen.cli.completion;

import io.leadgen.cli.completion.Candidate.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For bash: what goes into COMPREPLY. Readline takes the place of a word from the last word-breaking sign on, or from after a
 * quote that is open, and it closes such a quote as soon as there is one candidate only.
 *
 * @param line the line up to the cursor
 * @param breaks the word-breaking signs
 * @param listing whether candidates are only listed and none is inserted
 * @param columns how wide the terminal is
 */
public record BashReply(String line, String breaks, boolean listing, int columns) implements Reply {
    private static final String SAFE = "_-.,:/@%+=";
    private static final int LEAST_DESCRIPTION = 10;
    /** Signs that break words and belong to the word after them. */
    private static final String SPECIAL_PREFIXES = "$@";

    private int readlineStart(TypedLine typed) {
        if (typed.quote() != 0) {
            return opening(typed) + 1;
        }
        for (int i = line.length(); i > typed.start(); i--) {
            boolean quoted = i >= 2 && line.charAt(i - 2) == '\\';
            char sign = line.charAt(i - 1);
            if (breaks.indexOf(sign) >= 0 && !quoted) {
                return SPECIAL_PREFIXES.indexOf(sign) >= 0 ? i - 1 : i;
            }
        }
        return typed.start();
    }

    /** The position of the open quote, which nothing after it closes. */
    private int opening(TypedLine typed) {
        int at = typed.start();
        for (int i = typed.start(); i < line.length(); i++) {
            TypedLine until = TypedLine.of(line.substring(0, i + 1), TypedLine.Backslash.QUOTES_ALL);
            if (until.quote() == 0) {
                at = i + 1;
            }
        }
        return at;
    }

    @Override
    public List<String> lines(Engine engine) {
        TypedLine typed = TypedLine.of(line, TypedLine.Backslash.QUOTES_ALL);
        WordCompletion completion = engine.complete(Reply.before(typed), typed.last());
        int start = readlineStart(typed);
        int from =
                typed.offsets().get(Math.min(completion.from(), typed.offsets().size() - 1));
        List<String> lines = new ArrayList<>();
        String keep = line.substring(start, Math.max(start, from));
        lines.add(
                completion.files() && from >= start
                        ? "files\t" + keep + "\t" + typed.last().substring(completion.from())
                        : "");
        if (listing) {
            lines.addAll(listed(completion.candidates()));
            return lines;
        }
        for (Candidate candidate : Reply.choice(engine, typed, completion)) {
            String replacement = replacement(candidate, typed, completion.from(), start, from);
            if (replacement != null) {
                lines.add(replacement);
            }
        }
        return lines;
    }

    private @Nullable String replacement(Candidate candidate, TypedLine typed, int wordFrom, int start, int from) {
        if (typed.quote() != 0) {
            return from < start ? null : line.substring(start, from) + escaped(candidate.text(), typed.quote());
        }
        boolean plain = candidate.ending() != Ending.BLANK
                && candidate.text().chars().allMatch(c -> Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0);
        String end = candidate.ending() == Ending.WORD_ENDS ? " " : "";
        if (!plain && start == typed.start()) {
            String word = typed.last().substring(0, wordFrom) + candidate.text();
            String closing = candidate.ending() == Ending.WORD_ENDS ? "\" " : "";
            return "\"" + escaped(word, '"') + (candidate.ending() == Ending.BLANK ? " " : closing);
        }
        String text = plain ? candidate.text() : candidate.text().replaceAll("[^\\p{L}\\p{N}_.,/@%+=:-]", "\\\\$0");
        if (from >= start) {
            return line.substring(start, from) + text + end;
        }
        String before = line.substring(from, start);
        return text.startsWith(before) ? text.substring(before.length()) + end : null;
    }

    private static String escaped(String text, char quote) {
        return quote == '"' ? text.replaceAll("[\"$`\\\\]", "\\\\$0") : text.replace("'", "'\\''");
    }

    private List<String> listed(List<Candidate> candidates) {
        int widest = candidates.stream()
                .mapToInt(candidate -> candidate.text().length())
                .max()
                .orElse(0);
        return candidates.stream()
                .map(candidate -> {
                    int room = columns - widest - 5;
                    String description = candidate.description();
                    if (description.isEmpty() || room < LEAST_DESCRIPTION) {
                        return candidate.text();
                    }
                    String cut =
                            description.length() <= room ? description : description.substring(0, room - 3) + "...";
                    return candidate.text()
                            + " ".repeat(widest - candidate.text().length()) + "  (" + cut + ")";
                })
                .toList();
    }
}
