package io.leadgen.tests.databricks;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What H2 has not, for its {@code CREATE ALIAS}. */
public final class H2Functions {
    private H2Functions() {}

    /**
     * {@code LIKE} and {@code ILIKE}, in which an underscore stands for one character; H2's own takes it for half of some.
     *
     * @param insensitive whether upper and lower case are the same
     * @return null if a value is null
     */
    public static @Nullable Boolean like(
            @Nullable String value, @Nullable String pattern, String escape, boolean insensitive) {
        if (value == null || pattern == null) {
            return null;
        }
        int flags = Pattern.DOTALL | (insensitive ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return Pattern.compile(regularExpression(pattern, escape.codePointAt(0)), flags)
                .matcher(value)
                .matches();
    }

    private static String regularExpression(String pattern, int escape) {
        StringBuilder result = new StringBuilder();
        int[] characters = pattern.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == escape && i + 1 < characters.length) {
                i++;
                result.append(Pattern.quote(Character.toString(characters[i])));
            } else if (characters[i] == '%') {
                result.append(".*");
            } else if (characters[i] == '_') {
                result.append('.');
            } else {
                result.append(Pattern.quote(Character.toString(characters[i])));
            }
        }
        return result.toString();
    }
}
