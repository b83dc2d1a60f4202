package io.leadgen.runtime.warehouse.databricks;

import java.util.regex.Pattern;

/**
 * The last check before a statement is sent: a single statement that reads, without comments. The types that create statements
 * cannot create others; this check holds even if one of them has a bug. It parses quoted names and strings like Databricks.
 */
final class ReadOnlyCheck {
    private static final Pattern QUOTED = Pattern.compile("`(?:[^`]|``)*+`|'(?:[^'\\\\]|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern READS = Pattern.compile("(?:SELECT|SHOW|DESCRIBE) [^;\"'`\\\\#]*");
    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    private ReadOnlyCheck() {}

    /**
     * Returns if the statement only reads.
     *
     * @throws IllegalStateException if not, which is a bug in leadgen
     */
    static void check(String statement) {
        String bare = QUOTED.matcher(statement).replaceAll("x");
        if (!READS.matcher(bare).matches() || COMMENT.matcher(bare).find()) {
            throw new IllegalStateException("not a read-only statement");
        }
    }
}
