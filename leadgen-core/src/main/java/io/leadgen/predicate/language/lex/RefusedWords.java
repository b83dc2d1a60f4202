package io.leadgen.predicate.language.lex;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of SQL that are not part of the language, and what to write instead. In a place for names they are names. */
final class RefusedWords {
    /** Why a word is refused. */
    record Refusal(String message, String hint) {}

    /** Words that belong to a construct of which the caller has heard already. */
    private static final Set<String> CONTINUATIONS = Set.of(
            "when",
            "then",
            "else",
            "end",
            "as",
            "from",
            "where",
            "group",
            "having",
            "order",
            "limit",
            "partition",
            "using",
            "on");

    private static final String NO_SUCH_OPERATOR = "There is no such operator";
    private static final Map<String, Refusal> REFUSALS = new HashMap<>();

    static {
        refuse(
                "select exists lateral values with",
                "A predicate looks at one row of one table; it has no sub-queries",
                "write a list of values: column IN ('a', 'b')");
        refuse(
                "union intersect except minus",
                "A predicate has no set operations",
                "join conditions with AND, OR and NOT");
        refuse(
                "any all some",
                "ANY, ALL and SOME are not part of the predicate language",
                "write a list of values: column IN ('a', 'b')");
        refuse(
                "case when then else end",
                "CASE is not part of the predicate language",
                "join conditions with AND, OR and NOT");
        refuse(
                "as cast try_cast safe_cast convert",
                "Casts and aliases are not part of the predicate language",
                "compare the column with a value of its own type");
        refuse(
                "rlike regexp regexp_like similar glob match matches",
                "Regular expressions are not part of the predicate language",
                "write LIKE or ILIKE, startswith, endswith or contains");
        refuse(
                "collate binary",
                "Collations are not part of the predicate language",
                "write ILIKE, or lower(column) = 'abc'");
        refuse(
                "over partition filter within rows range",
                "Windows are not part of the predicate language",
                "compare columns of one row");
        refuse("xor", "XOR is not part of the predicate language", "write (a AND NOT b) OR (NOT a AND b)");
        refuse(
                "div mod",
                "Arithmetic is not part of a predicate: it can fail or overflow on some rows",
                "compare the column itself with a value that you have worked out");
        refuse(
                "from where group having order limit offset fetch join on using insert update delete drop create alter"
                        + " truncate merge grant set exec execute call into qualify tablesample procedure waitfor",
                "A predicate has no statements and clauses, only a condition",
                "write what would stand after WHERE, nothing else");
        refuse(
                "prior connect_by_root connect",
                "Hierarchies are not part of the predicate language",
                "compare columns of one row");
        refuse("unknown", "UNKNOWN is not part of the predicate language", "write column IS NULL");
        refuse(
                "at",
                "AT TIME ZONE is not part of the predicate language",
                "times are compared in UTC; write the time in UTC");
        refuse(
                "timestamp_ntz timestamp_ltz time datetime",
                "There is no such type of value",
                "write TIMESTAMP '2024-01-31 12:00:00' or DATE '2024-01-31'");
        refuse(
                "array struct map row member overlaps",
                "Arrays and structures are not part of the predicate language",
                "use a column with a number, a string, a boolean, a date or a time");
        refuse(
                "symmetric asymmetric",
                "BETWEEN takes its lower end first, without further words",
                "write column BETWEEN low AND high");
        refuse("distinct", "DISTINCT stands only in IS DISTINCT FROM", "write column IS DISTINCT FROM value");
        refuse(
                "escape",
                "ESCAPE and one character in quotes stand only after the pattern of LIKE",
                "write for example LIKE '10!%' ESCAPE '!'");
        refuse("next nextval", "Sequences are not part of a predicate", "write the value itself");
        refuse(
                "interval",
                "An interval is added to or taken from current_date",
                "write column >= current_date - INTERVAL 30 DAY");
        refuse("contains includes", NO_SUCH_OPERATOR, "write contains(column, 'abc')");
        refuse("startswith", NO_SUCH_OPERATOR, "write startswith(column, 'abc')");
        refuse("endswith", NO_SUCH_OPERATOR, "write endswith(column, 'abc')");
        refuse("isnull", NO_SUCH_OPERATOR, "write column IS NULL");
        refuse("notnull", NO_SUCH_OPERATOR, "write column IS NOT NULL");
        refuse("equals eq equal", NO_SUCH_OPERATOR, "write =");
        refuse("greater less gt lt above below", NO_SUCH_OPERATOR, "write > or <");
    }

    private RefusedWords() {}

    private static void refuse(String words, String message, String hint) {
        for (String word : words.split(" ", -1)) {
            REFUSALS.put(word, new Refusal(message, hint));
        }
    }

    /** Whether the word is no construct of its own where another word was refused before. */
    static boolean onlyContinues(String word) {
        return CONTINUATIONS.contains(word);
    }

    /** Why this word, in lower case, is refused where no name can stand, or null if it is not one of SQL's. */
    static @Nullable Refusal refusal(String word) {
        return REFUSALS.get(word);
    }
}
