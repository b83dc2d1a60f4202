package io.leadgen.predicate;

import io.leadgen.predicate.Token.Kind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What words mean: the keywords of the language, and the words of SQL that are not part of it. */
final class Words {
    /** Why a word of SQL is not part of the language. */
    record Refusal(String message, @Nullable String hint) {}

    /** Words that are never names unless they stand in backticks. */
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

    /** Words that may stand directly before a quote without being taken for its prefix. */
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

    private static final Map<String, Refusal> REFUSALS = refusals();

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

    /** Why this word is refused where no name can stand, or null if it is not a word of SQL. */
    static @Nullable Refusal refusal(String lower) {
        return REFUSALS.get(lower);
    }

    private static Map<String, Refusal> refusals() {
        Map<String, Refusal> refusals = new HashMap<>();
        String subquery = "A predicate looks at one row of one table; it has no sub-queries";
        put(
                refusals,
                subquery,
                "write a list of values: column IN ('a', 'b')",
                "select",
                "exists",
                "lateral",
                "values",
                "with");
        put(
                refusals,
                "A predicate has no set operations",
                "join conditions with AND and OR",
                "union",
                "intersect",
                "except",
                "minus");
        put(
                refusals,
                "ANY, ALL and SOME are not part of the predicate language",
                "write a list of values: column IN ('a', 'b')",
                "any",
                "all",
                "some");
        put(
                refusals,
                "CASE is not part of the predicate language",
                "join conditions with AND, OR and NOT",
                "case",
                "when",
                "then",
                "else",
                "end");
        put(
                refusals,
                "Casts are not part of the predicate language",
                "compare the column with a value of its own type",
                "as",
                "cast");
        put(
                refusals,
                "Regular expressions are not part of the predicate language",
                "write LIKE or ILIKE, startswith, endswith or contains",
                "rlike",
                "regexp",
                "regexp_like",
                "similar",
                "glob",
                "match",
                "matches");
        put(
                refusals,
                "COLLATE is not part of the predicate language",
                "write ILIKE, or lower(column) = 'abc'",
                "collate",
                "binary");
        put(
                refusals,
                "Windows are not part of the predicate language",
                null,
                "over",
                "partition",
                "filter",
                "within",
                "rows",
                "range");
        put(refusals, "XOR is not part of the predicate language", "write (a AND NOT b) OR (NOT a AND b)", "xor");
        put(
                refusals,
                "DIV and MOD are arithmetic, which is not part of a predicate",
                "compare the column itself with a value that you have worked out",
                "div",
                "mod");
        put(
                refusals,
                "A predicate has no statements and clauses, only a condition",
                "write what would stand behind WHERE, nothing else",
                "from",
                "where",
                "group",
                "having",
                "order",
                "limit",
                "offset",
                "fetch",
                "join",
                "on",
                "using",
                "insert",
                "update",
                "delete",
                "drop",
                "create",
                "alter",
                "truncate",
                "merge",
                "grant",
                "set",
                "exec",
                "execute",
                "call",
                "into",
                "qualify",
                "tablesample");
        put(
                refusals,
                "Hierarchies are not part of the predicate language",
                null,
                "prior",
                "connect_by_root",
                "connect");
        put(refusals, "UNKNOWN is written NULL here", "write column IS NULL", "unknown");
        put(
                refusals,
                "AT TIME ZONE is not part of the predicate language",
                "times are compared in UTC; write the time in UTC",
                "at",
                "zone");
        put(
                refusals,
                "There is no such literal",
                "write TIMESTAMP '2024-01-31 12:00:00'",
                "timestamp_ntz",
                "timestamp_ltz",
                "time",
                "datetime");
        put(
                refusals,
                "Arrays and structures are not part of the predicate language",
                null,
                "array",
                "struct",
                "map",
                "row",
                "member",
                "overlaps");
        put(
                refusals,
                "BETWEEN takes its lower end first, without further words",
                "write column BETWEEN low AND high",
                "symmetric",
                "asymmetric");
        put(refusals, "DISTINCT stands only in IS DISTINCT FROM", null, "distinct");
        put(refusals, "ESCAPE stands only behind the pattern of LIKE", null, "escape");
        put(refusals, "The next value of a sequence is not part of a predicate", null, "next", "nextval");
        put(
                refusals,
                "An interval is added to or taken from current_date",
                "write column >= current_date - INTERVAL 30 DAY",
                "interval");
        Refusal contains = new Refusal("There is no such operator", "write contains(column, 'abc')");
        refusals.put("contains", contains);
        refusals.put("includes", contains);
        refusals.put("startswith", new Refusal("There is no such operator", "write startswith(column, 'abc')"));
        refusals.put("endswith", new Refusal("There is no such operator", "write endswith(column, 'abc')"));
        refusals.put("isnull", new Refusal("There is no such operator", "write column IS NULL"));
        refusals.put("notnull", new Refusal("There is no such operator", "write column IS NOT NULL"));
        put(refusals, "There is no such operator", "write =", "equals", "eq", "equal");
        put(refusals, "There is no such operator", "write > or <", "greater", "less", "gt", "lt", "above", "below");
        return Map.copyOf(refusals);
    }

    private static void put(Map<String, Refusal> refusals, String message, @Nullable String hint, String... words) {
        for (String word : words) {
            refusals.put(word, new Refusal(message, hint));
        }
    }
}
