package io.leadgen.runtime.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the braces of {@code ${NAME}} from the YAML parser, which would read a mapping in {@code {path: ${HOME}/x}}. Each
 * character is replaced by one private character, so that all positions stay.
 */
final class VariableMask {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_.]*(?::-[^}\\r\\n]*)?}");
    private static final String PLAIN = "{}[],";
    /** The private characters for {@link #PLAIN}; a file that holds one of them is refused. */
    private static final String MASKED = "\uF4A0\uF4A1\uF4A2\uF4A3\uF4A4";

    private VariableMask() {}

    /** The offset of the first private character in a source, or -1. */
    static int firstReserved(String source) {
        for (int i = 0; i < source.length(); i++) {
            if (MASKED.indexOf(source.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    static String mask(String source) {
        Matcher matcher = REFERENCE.matcher(source);
        StringBuilder masked = new StringBuilder(source);
        while (matcher.find()) {
            exchange(masked, matcher.start(), matcher.end(), PLAIN, MASKED);
        }
        return masked.toString();
    }

    static String unmask(String text) {
        StringBuilder plain = new StringBuilder(text);
        exchange(plain, 0, plain.length(), MASKED, PLAIN);
        return plain.toString();
    }

    private static void exchange(StringBuilder text, int from, int to, String these, String those) {
        for (int i = from; i < to; i++) {
            int known = these.indexOf(text.charAt(i));
            if (known >= 0) {
                text.setCharAt(i, those.charAt(known));
            }
        }
    }
}
