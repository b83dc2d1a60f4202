package io.leadgen.predicate.language.lex;

import io.leadgen.predicate.language.lex.Token.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keywords of the language. */
final class Words {
    /** Words that are names only in backticks. */
    private static final Map<String, Kind> KEYWORDS = Map.ofEntries(
            Map.entry("and", Kind.AND),
            Map.entry("or", Kind.OR),
            Map.entry("not", Kind.NOT),
            Map.entry("between", Kind.BETWEEN),
            Map.entry("in", Kind.IN),
            Map.entry("like", Kind.LIKE),
            Map.entry("ilike", Kind.ILIKE),
            Map.entry("is", Kind.IS),
            Map.entry("null", Kind.NULL),
            Map.entry("true", Kind.TRUE),
            Map.entry("false", Kind.FALSE),
            Map.entry("current_date", Kind.CURRENT_DATE));

    private static final Map<String, Kind> UNITS = Map.of(
            "day", Kind.DAY,
            "days", Kind.DAY,
            "week", Kind.WEEK,
            "weeks", Kind.WEEK,
            "month", Kind.MONTH,
            "months", Kind.MONTH,
            "year", Kind.YEAR,
            "years", Kind.YEAR);

    /** Words that may directly precede a quote without being its prefix. */
    private static final Set<String> MAY_TOUCH_STRING = Set.of(
            "and",
            "or",
            "not",
            "between",
            "in",
            "like",
            "ilike",
            "is",
            "escape",
            "from",
            "interval",
            "date",
            "timestamp");

    private Words() {}

    static @Nullable Kind keyword(String lower) {
        return KEYWORDS.get(lower);
    }

    static @Nullable Kind unit(String word) {
        return UNITS.get(word.toLowerCase(Locale.ROOT));
    }

    static boolean mayTouchString(String word) {
        return MAY_TOUCH_STRING.contains(word.toLowerCase(Locale.ROOT));
    }
}
