package io.leadgen.predicate.language.lex;

import io.leadgen.spelling.DidYouMean;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of the language, and what to write instead of others that people try. */
public final class FunctionNames {
    /** One name for each function. */
    private static final List<String> MAIN = List.of(
            ("abs add_months coalesce contains date_add date_sub date_trunc day dayofweek endswith length lower ltrim month nullif"
                            + " quarter rtrim startswith trim upper year")
                    .split(" ", -1));

    /** Every spelling with the main name of the function. The aliases are those of Spark. */
    private static final Map<String, String> KNOWN = new HashMap<>();

    /** Functions that return a condition: whether a string starts with, ends with or contains another one. */
    public static final Set<String> TEXT_TESTS = Set.of("startswith", "endswith", "contains");

    /** The first day of a calendar unit; the only function whose first argument is not a column. */
    public static final String DATE_TRUNC = "date_trunc";

    /** Functions that return a condition: whether a value is NULL, and whether it is not. */
    public static final String IS_NULL = "isnull";

    public static final String IS_NOT_NULL = "isnotnull";

    /** {@link #DATE_TRUNC} with the unit after the column. */
    public static final String TRUNC = "trunc";

    /** A part of a date, by its name. */
    public static final String DATE_PART = "date_part";

    private static final Map<String, String> INSTEAD = new HashMap<>();

    /** Functions of Spark without a hint of their own. They are near to ours, and nobody who writes one means ours. */
    private static final Set<String> OF_SPARK = Set.of(
            ("ascii base64 bit_length cast char chr greatest hex initcap isnan least like lpad max_by min_by mod nanvl negative"
                            + " nullifzero octet_length pmod positive repeat reverse rlike rpad sign signum soundex space"
                            + " to_char to_number try_cast unhex years months days hours")
                    .split(" ", -1));

    static {
        MAIN.forEach(name -> KNOWN.put(name, name));
        for (String name : List.of(IS_NULL, IS_NOT_NULL, TRUNC, DATE_PART)) {
            KNOWN.put(name, name);
        }
        KNOWN.put("lcase", "lower");
        KNOWN.put("ucase", "upper");
        KNOWN.put("char_length", "length");
        KNOWN.put("character_length", "length");
        KNOWN.put("len", "length");
        KNOWN.put("dayofmonth", "day");
        KNOWN.put("nvl", "coalesce");
        KNOWN.put("ifnull", "coalesce");
        KNOWN.put("btrim", "trim");
        KNOWN.put("datepart", DATE_PART);

        instead("int bigint double decimal string", "compare the column with a value of its own type, without a cast");
        instead(
                "to_date date",
                "write DATE '2024-01-31' for a date, date_trunc('day', column) for the day of a timestamp");
        instead("to_timestamp timestamp", "write TIMESTAMP '2024-01-31 12:00:00'");
        instead(
                "now current_timestamp localtimestamp getdate curdate today",
                "use current_date; the answer must not depend on the time of day");
        instead("nvl2 zeroifnull", "write coalesce(column, value), or column IS NULL");
        instead("extract", "write year(column), quarter(column), month(column), day(column) or dayofweek(column)");
        instead(
                "datediff date_diff months_between timestampdiff age",
                "compare the column with a date: column >= current_date - INTERVAL 30 DAY");
        instead("dateadd timestampadd", "write current_date - INTERVAL 30 DAY");
        instead(
                "dayofyear weekday weekofyear dayname monthname last_day next_day make_date date_format hour minute second",
                "compare the column with a date or a range of dates");
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
        return nearest != null ? "did you mean " + nearest + "?" : "the functions are " + String.join(", ", MAIN);
    }

    /** The function that an unknown name, in lower case, is probably a typo of; null if there is none. */
    static @Nullable String nearest(String unknown) {
        return INSTEAD.containsKey(unknown) || OF_SPARK.contains(unknown)
                ? null
                : DidYouMean.nearest(unknown, KNOWN.keySet()).orElse(null);
    }
}
