package io.leadgen.cli.terminal;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats notes that accompany the answer. */
public final class NoteText {
    private NoteText() {}

    /** A note, with a line break at its end. */
    public static String of(String note, Theme theme) {
        return lines(note, theme) + "\n";
    }

    /** A message may have several lines, such as one for each problem; these breaks are meant, other control characters are not. */
    public static String lines(String message, Theme theme) {
        return message.lines()
                .map(line -> DisplayText.visible(line, theme.unicode()))
                .flatMap(line -> fitting(line, theme))
                .collect(Collectors.joining("\n"));
    }

    /** Breaks lines at spaces; a path that is longer than a line stays whole, so that it can be copied. */
    private static Stream<String> fitting(String line, Theme theme) {
        boolean breakable = Stream.of(line.split(" ", -1)).allMatch(word -> DisplayText.width(word) <= theme.width());
        return breakable ? DisplayText.wrapped(line, theme.width()).stream() : Stream.of(line);
    }
}
