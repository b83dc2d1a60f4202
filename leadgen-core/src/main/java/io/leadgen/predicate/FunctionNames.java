package io.leadgen.predicate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which functions can be called, and what to write instead of those that people try. */
final class FunctionNames {
    /** Every spelling with its meaning; the aliases are Spark's own. */
    private static final Map<String, String> KNOWN = known();

    private static final Map<String, String> INSTEAD = instead();

    private FunctionNames() {}

    /** The function's first name, or null if there is no such function. */
    static @Nullable String resolve(String spelling) {
        return KNOWN.get(spelling.toLowerCase(Locale.ROOT));
    }

    /** What to write instead of an unknown function, or null. */
    static @Nullable String hint(String spelling) {
        String lower = spelling.toLowerCase(Locale.ROOT);
        String instead = INSTEAD.get(lower);
        if (instead != null) {
            return instead;
        }
        String nearest = Suggestions.nearest(lower, KNOWN.keySet());
        return nearest != null ? "did you mean " + nearest + "?" : "the functions are " + String.join(", ", names());
    }

    private static Iterable<String> names() {
        return new java.util.TreeSet<>(KNOWN.values());
    }

    private static Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        for (String name : new String[] {
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "length",
            "coalesce",
            "nullif",
            "abs",
            "year",
            "quarter",
            "month",
            "day",
            "dayofweek",
            "date_trunc",
            "startswith",
            "endswith",
            "contains",
            "date_add",
            "date_sub",
            "add_months"
        }) {
            known.put(name, name);
        }
        known.put("lcase", "lower");
        known.put("ucase", "upper");
        known.put("char_length", "length");
        known.put("character_length", "length");
        known.put("len", "length");
        known.put("dayofmonth", "day");
        return Map.copyOf(known);
    }

    private static Map<String, String> instead() {
        Map<String, String> instead = new HashMap<>();
        String cast = "compare the column with a value of its own type; nothing needs a cast";
        for (String name :
                new String[] {"cast", "try_cast", "safe_cast", "convert", "int", "bigint", "double", "decimal", "string"
                }) {
            instead.put(name, cast);
        }
        for (String name : new String[] {"to_date", "date"}) {
            instead.put(name, "write DATE '2024-01-31' for a date; date_trunc('day', column) for the day of a time");
        }
        for (String name : new String[] {"to_timestamp", "timestamp"}) {
            instead.put(name, "write TIMESTAMP '2024-01-31 12:00:00'");
        }
        for (String name : new String[] {"now", "current_timestamp", "localtimestamp", "getdate", "curdate", "today"}) {
            instead.put(name, "write current_date; the hour of a question must not change its answer");
        }
        for (String name : new String[] {"ifnull", "nvl", "isnull", "nvl2", "zeroifnull"}) {
            instead.put(name, "write coalesce(column, value), or column IS NULL");
        }
        for (String name : new String[] {"extract", "date_part", "datepart"}) {
            instead.put(name, "write year(column), quarter(column), month(column), day(column) or dayofweek(column)");
        }
        for (String name : new String[] {"datediff", "date_diff", "months_between", "timestampdiff", "age"}) {
            instead.put(name, "compare the column with a day: column >= current_date - INTERVAL 30 DAY");
        }
        for (String name : new String[] {"dateadd", "timestampadd"}) {
            instead.put(name, "write current_date - INTERVAL 30 DAY");
        }
        instead.put("trunc", "write date_trunc('month', column)");
        for (String name :
                new String[] {"regexp_like", "regexp", "rlike", "regexp_extract", "regexp_replace", "regexp_count"}) {
            instead.put(name, "write LIKE, startswith, endswith or contains");
        }
        for (String name :
                new String[] {"substring", "substr", "left", "right", "position", "instr", "locate", "charindex"}) {
            instead.put(name, "write LIKE 'abc%', startswith, endswith or contains");
        }
        for (String name : new String[] {"concat", "concat_ws", "replace", "translate"}) {
            instead.put(name, "compare the columns one by one");
        }
        for (String name :
                new String[] {"count", "sum", "avg", "min", "max", "median", "percentile", "stddev", "count_if"}) {
            instead.put(name, "a predicate selects single rows; ask for the measure as a metric");
        }
        for (String name : new String[] {"if", "iff", "case", "decode", "when"}) {
            instead.put(name, "join conditions with AND, OR and NOT");
        }
        for (String name : new String[] {"exists", "any", "all", "some"}) {
            instead.put(name, "write a list of values: column IN ('a', 'b')");
        }
        for (String name : new String[] {"rand", "random", "uuid", "randn"}) {
            instead.put(name, "a predicate must select the same rows each time");
        }
        for (String name :
                new String[] {"round", "floor", "ceil", "ceiling", "mod", "pow", "power", "sqrt", "exp", "ln", "log"}) {
            instead.put(name, "compare the column itself with a value or a range");
        }
        return Map.copyOf(instead);
    }
}
