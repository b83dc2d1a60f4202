package io.leadgen.e2e.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command's output without noise, ids and times. The widths of columns and the places of line breaks depend on how long the
 * numbers are, so they are left out too.
 */
final class OutputShape {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** The name of a file as a table begins with digits that follow from its path. */
    private static final Pattern PLACE = Pattern.compile("\\bfile\\.[0-9a-f]{16}\\.");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,_]\\d+)*");
    private static final Pattern RULE = Pattern.compile("([─━═-])\\1+");
    /** Bars, which are as long as the noise of the moment makes them. */
    private static final Pattern BAR = Pattern.compile("[█▏▎▍▌▋▊▉░▁▂▃▄▅▆▇╌]+");

    /** The axis of a chart: how many steps it has depends on the longest bar. */
    private static final Pattern AXIS = Pattern.compile("(?:(?:# )?[┤│] )+");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final String ANY_LINES = "…";

    private OutputShape() {}

    /** Did a command print what is shown? A line with nothing but {@code …} means any lines. */
    static boolean matches(List<String> shown, List<String> printed) {
        String wanted = parts(shown).stream()
                .map(part -> Pattern.quote(of(String.join("\n", part))))
                .collect(Collectors.joining("(?:\\S+ )*"));
        return Pattern.matches(wanted, of(String.join("\n", printed)));
    }

    /** The words of a text, each with one space after it. */
    static String of(String text) {
        String masked = ID.matcher(text).replaceAll("<id>");
        masked = PLACE.matcher(masked).replaceAll("file.<place>.");
        masked = NUMBER.matcher(masked).replaceAll("#");
        masked = RULE.matcher(masked).replaceAll("$1");
        masked = BAR.matcher(masked).replaceAll("");
        String words = SPACES.matcher(masked).replaceAll(" ").strip();
        return words.isEmpty() ? "" : AXIS.matcher(words + " ").replaceAll("┤ ");
    }

    /**
     * What is to be shown in place of an older output: the new one, cut where the older one is cut. Lines before the first
     * {@code …} and after the last one are counted; lines between two are found by the shape of the first of them.
     */
    static List<String> cutLike(List<String> shown, List<String> printed) {
        List<String> ends = trimmed(printed);
        List<List<String>> parts = parts(trimmed(shown));
        int last = parts.size() - 1;
        if (last == 0) {
            return ends;
        }
        List<String> cut = new ArrayList<>();
        int at = Math.min(parts.get(0).size(), ends.size());
        cut.addAll(ends.subList(0, at));
        for (List<String> part : parts.subList(1, last)) {
            cut.add(ANY_LINES);
            String first = of(part.get(0));
            int found = at;
            while (found < ends.size() && !of(ends.get(found)).equals(first)) {
                found++;
            }
            if (found == ends.size()) {
                throw new AssertionError("no line like this one is printed any more: " + part.get(0));
            }
            at = Math.min(found + part.size(), ends.size());
            cut.addAll(ends.subList(found, at));
        }
        cut.add(ANY_LINES);
        cut.addAll(ends.subList(Math.max(at, ends.size() - parts.get(last).size()), ends.size()));
        return cut;
    }

    /** The lines before, between and after those that mean any lines. */
    private static List<List<String>> parts(List<String> lines) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : lines) {
            if (line.strip().equals(ANY_LINES)) {
                parts.add(new ArrayList<>());
            } else {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    private static List<String> trimmed(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end).stream().map(String::stripTrailing).toList();
    }
}
