package io.leadgen.predicate.language.lex;

import io.leadgen.spelling.DidYouMean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions of the language, and what to write instead of others that people try. */
public final class FunctionNames {
    /** Every spelling with the main name of the function. The aliases are those of Spark. */
    private static final Map<String, String> KNOWN = new HashMap<>();

    /** Functions that return a condition: whether a string starts with, ends with or contains another one. */
    public static final Set<String> TEXT_TESTS = Set.of("startswith", "endswith", "contains");

    /** The first day of a calendar unit; the only function whose first argument is not a column. */
    public static final String DATE_TRUNC = "date_trunc";

    private static final Map<String, String> INSTEAD = new HashMap<>();

    static {
        String names =
                "lower upper trim ltrim rtrim length coalesce nullif abs year quarter month day dayofweek date_trunc"
                        + " startswith endswith contains date_add date_sub add_months";
        for (String name : names.split(" ", -1)) {
            KNOWN.put(name, name);
        }
        KNOWN.put("lcase", "lower");
        KNOWN.put("ucase", "upper");
        KNOWN.put("char_length", "length");
        KNOWN.put("character_length", "length");
        KNOWN.put("len", "length");
        KNOWN.put("dayofmonth", "day");

        instead("int bigint double decimal string", "compare the column with a value of its own type, without a cast");
        instead(
                "to_date date",
                "write DATE '2024-01-31' for a date, date_trunc('day', column) for the day of a timestamp");
        instead("to_timestamp timestamp", "write TIMESTAMP '2024-01-31 12:00:00'");
        instead(
                "now current_timestamp localtimestamp getdate curdate today",
                "use current_date; the answer must not depend on the time of day");
        instead("ifnull nvl nvl2 zeroifnull", "write coalesce(column, value), or column IS NULL");
        instead(
                "extract date_part datepart",
                "write year(column), quarter(column), month(column), day(column) or dayofweek(column)");
        instead(
                "datediff date_diff months_between timestampdiff age",
                "compare the column with a date: column >= current_date - INTERVAL 30 DAY");
        instead("dateadd timestampadd", "write current_date - INTERVAL 30 DAY");
        instead("trunc", "write date_trunc('month', column)");
        instead("regexp_extract regexp_replace regexp_count", "use LIKE, startswith, endswith or contains");
        instead(
                "substring substr left right position instr locate charindex",
                "use LIKE 'abc%', startswith, endswith or contains");
        instead("concat concat_ws replace translate", "compare each column separately");
        instead(
                "count sum avg min max median percentile stddev count_if",
                "a predicate selects single rows; request the measure as a metric");
        instead("if iff decode", "join conditions with AND, OR and NOT");
        instead("rand random uuid randn", "remove it; a predicate must select the same rows each time");
        instead("round floor ceil ceiling pow power sqrt exp ln log", "compare the column with a value or a range");
    }

    private FunctionNames() {}

    private static void instead(String names, String hint) {
        for (String name : names.split(" ", -1)) {
            INSTEAD.put(name, hint);
        }
    }

    /** The main name of the function, or null if there is no such function. */
    public static @Nullable String resolve(String spelling) {
        return KNOWN.get(spelling.toLowerCase(Locale.ROOT));
    }

    /** What to write instead of an unknown function, given in lower case. */
    static String hint(String unknown) {
        String instead = INSTEAD.get(unknown);
        if (instead != null) {
            return instead;
        }
        String nearest = nearest(unknown);
        return nearest != null
                ? "did you mean " + nearest + "?"
                : "the functions are " + String.join(", ", new TreeSet<>(KNOWN.values()));
    }

    /** The function that an unknown name, in lower case, is probably a typo of; null if there is none. */
    static @Nullable String nearest(String unknown) {
        return INSTEAD.containsKey(unknown)
                ? null
                : DidYouMean.nearest(unknown, KNOWN.keySet()).orElse(null);
    }
}
