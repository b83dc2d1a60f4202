package io.leadgen.cli.terminal;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is said beside the answer. */
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

    /** Broken at blanks where the terminal ends; a path that is longer than that is left to be copied as it is. */
    private static Stream<String> fitting(String line, Theme theme) {
        boolean breakable = Stream.of(line.split(" ", -1)).allMatch(word -> DisplayText.width(word) <= theme.width());
        return breakable ? DisplayText.wrapped(line, theme.width()).stream() : Stream.of(line);
    }
}
