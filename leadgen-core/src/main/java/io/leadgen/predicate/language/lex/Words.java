package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keywords of the language. */
final class Words {
    /** Words that are names only in backticks. */
    private static final Map<String, Kind> KEYWORDS =
            kinds("and or not between in like ilike is null true false current_date");

    private static final Map<String, Kind> UNITS = kinds("day week month year");

    /** Words that may directly precede a quote without being its prefix. */
    private static final Set<String> MAY_TOUCH_STRING =
            Set.of("and or not between in like ilike is escape from interval date timestamp".split(" ", -1));

    private Words() {}

    /** The kinds that have these names. */
    private static Map<String, Kind> kinds(String names) {
        return Stream.of(names.split(" ", -1))
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> Kind.valueOf(name.toUpperCase(Locale.ROOT))));
    }

    static @Nullable Kind keyword(String lower) {
        return KEYWORDS.get(lower);
    }

    /** The unit of an interval, singular or plural; null if it is none. */
    static @Nullable Kind unit(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return UNITS.get(lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower);
    }

    static boolean mayTouchString(String word) {
        return MAY_TOUCH_STRING.contains(word.toLowerCase(Locale.ROOT));
    }
}
