package io.leadgen.runtime.config.key;

import io.leadgen.runtime.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts as they are written in a configuration file. */
public final class Literal {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@-]*|\\$\\{[A-Z_]+}");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private Literal() {}

    /** A text of the file as JSON. */
    static Object of(String text) {
        if (text.startsWith("[")) {
            return Stream.of(text.substring(1, text.length() - 1).split(",", -1))
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .map(Literal::of)
                    .toList();
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    /** A text as a scalar of YAML: in quotes where YAML would read something else. */
    public static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : JsonText.compact(text);
    }

    /** Texts as a list of YAML in one line. */
    public static String list(List<?> items) {
        return items.stream().map(item -> scalar(item.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
