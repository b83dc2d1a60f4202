package io.leadgen.e2e.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is left of a command's output when noise, ids and times are taken away, and with them the widths of columns and where
 * lines are broken, which depend on how long the numbers are.
 */
final class OutputShape {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** The name of a file as a table begins with digits that follow from where it lies. */
    private static final Pattern PLACE = Pattern.compile("\\bfile\\.[0-9a-f]{16}\\.");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,_]\\d+)*");
    private static final Pattern RULE = Pattern.compile("([─━═-])\\1+");
    /** Bars, which are as long as the noise of the moment has made them. */
    private static final Pattern BAR = Pattern.compile("[█▏▎▍▌▋▊▉░▁▂▃▄▅▆▇╌]+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String ANY_LINES = "…";

    private OutputShape() {}

    /** Whether a command printed what was shown; a line with nothing but {@code …} stands for any lines. */
    static boolean matches(List<String> shown, List<String> printed) {
        StringBuilder wanted = new StringBuilder();
        for (String line : shown) {
            wanted.append(line.strip().equals(ANY_LINES) ? "(?:\\S+ )*" : Pattern.quote(of(line)));
        }
        return Pattern.matches(wanted.toString(), of(String.join("\n", printed)));
    }

    /** The words of a text, each with one blank behind it. */
    static String of(String text) {
        String masked = ID.matcher(text).replaceAll("<id>");
        masked = PLACE.matcher(masked).replaceAll("file.<place>.");
        masked = NUMBER.matcher(masked).replaceAll("#");
        masked = RULE.matcher(masked).replaceAll("$1");
        masked = BAR.matcher(masked).replaceAll("");
        String words = BLANKS.matcher(masked).replaceAll(" ").strip();
        return words.isEmpty() ? "" : words + " ";
    }
}
