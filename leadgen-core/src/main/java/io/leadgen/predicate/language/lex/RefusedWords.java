package io.leadgen.predicate.language.lex;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL words that the language does not have, and what to write instead. Where only a name can follow, they are names. */
final class RefusedWords {
    /** Why a word is rejected, and what to do. */
    record Refusal(String message, String hint) {}

    /** Words that continue a construct which was already reported. */
    private static final Set<String> CONTINUATIONS =
            Set.of("when then else end as from where group having order limit partition using on".split(" ", -1));

    private static final String WRITE_A_LIST = "write a list of values: column IN ('a', 'b')";
    private static final String JOIN_CONDITIONS = "join conditions with AND, OR and NOT";
    private static final String COMPARE_COLUMNS = "compare columns of one row";
    private static final String UNKNOWN_OPERATOR = "Unknown operator";
    private static final Map<String, Refusal> REFUSALS = new HashMap<>();

    static {
        refuse(
                "select exists lateral values with",
                "This sub-query is not supported",
                "write column IN (SELECT column FROM table WHERE condition), with the column that identifies a person");
        refuse("union intersect except minus", "Set operations are not supported", JOIN_CONDITIONS);
        refuse("any all some", "ANY, ALL and SOME are not supported", WRITE_A_LIST);
        refuse("case when then else end", "CASE is not supported", JOIN_CONDITIONS);
        refuse(
                "as cast try_cast safe_cast convert",
                "Casts and aliases are not supported",
                "compare the column with a value of its own type");
        refuse(
                "rlike regexp regexp_like similar glob match matches",
                "Regular expressions are not supported",
                "use LIKE, ILIKE, startswith, endswith or contains");
        refuse("collate binary", "Collations are not supported", "use ILIKE or lower(column) = 'abc'");
        refuse("over partition filter within rows range", "Window functions are not supported", COMPARE_COLUMNS);
        refuse("xor", "XOR is not supported", "write (a AND NOT b) OR (NOT a AND b)");
        refuse("div mod", Operators.ARITHMETIC, Operators.ARITHMETIC_HINT);
        refuse(
                "from where group having order limit offset fetch join on using insert update delete drop create alter"
                        + " truncate merge grant set exec execute call into qualify tablesample procedure waitfor",
                "Statements and clauses are not supported in a predicate",
                "write only the condition that would follow WHERE");
        refuse("prior connect_by_root connect", "Hierarchical queries are not supported", COMPARE_COLUMNS);
        refuse("unknown", "UNKNOWN is not supported", "write column IS NULL");
        refuse("at", "AT TIME ZONE is not supported", "write the time in UTC; times are compared in UTC");
        refuse(
                "timestamp_ntz timestamp_ltz time datetime",
                "Unknown type of value",
                "write TIMESTAMP '2024-01-31 12:00:00' or DATE '2024-01-31'");
        refuse(
                "array struct map row member overlaps",
                "Arrays and structures are not supported",
                "use a column with a number, a string, a boolean, a date or a timestamp");
        refuse(
                "symmetric asymmetric",
                "SYMMETRIC and ASYMMETRIC are not supported",
                "write column BETWEEN low AND high, the lower end first");
        refuse("distinct", "DISTINCT is supported only in IS DISTINCT FROM", "write column IS DISTINCT FROM value");
        refuse("escape", "Unexpected ESCAPE", "put it after the pattern of LIKE, for example LIKE '10!%' ESCAPE '!'");
        refuse("next nextval", "Sequences are not supported", "write the value itself");
        refuse("interval", AdjacencyRules.INTERVAL, AdjacencyRules.INTERVAL_HINT);
        refuse("contains includes", UNKNOWN_OPERATOR, "write contains(column, 'abc')");
        refuse("startswith", UNKNOWN_OPERATOR, "write startswith(column, 'abc')");
        refuse("endswith", UNKNOWN_OPERATOR, "write endswith(column, 'abc')");
        refuse("isnull", UNKNOWN_OPERATOR, "write column IS NULL");
        refuse("notnull", UNKNOWN_OPERATOR, "write column IS NOT NULL");
        refuse("equals eq equal", UNKNOWN_OPERATOR, "write =");
        refuse("greater less gt lt above below", UNKNOWN_OPERATOR, "write > or <");
    }

    private RefusedWords() {}

    private static void refuse(String words, String message, String hint) {
        for (String word : words.split(" ", -1)) {
            REFUSALS.put(word, new Refusal(message, hint));
        }
    }

    /** Whether the word only continues a construct of which another word was already rejected. */
    static boolean onlyContinues(String word) {
        return CONTINUATIONS.contains(word);
    }

    /** Why this word, in lower case, is rejected where a name cannot follow; null if it is no word of SQL. */
    static @Nullable Refusal refusal(String word) {
        return REFUSALS.get(word);
    }
}
