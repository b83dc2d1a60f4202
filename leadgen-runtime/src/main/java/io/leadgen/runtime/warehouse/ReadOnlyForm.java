package io.leadgen.runtime.warehouse;

import java.util.regex.Pattern;

/**
 * The last look at a statement before it is sent: one statement that reads, without comments. Statements are made by types that
 * can make nothing else; this holds if one of them has a defect. It knows quoted names and strings as Databricks reads them.
 */
public final class ReadOnlyForm {
    private static final Pattern QUOTED = Pattern.compile("`(?:[^`]|``)*+`|'(?:[^'\\\\]|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern READS = Pattern.compile("(?:SELECT|SHOW|DESCRIBE) [^;\"'`\\\\#]*");
    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    private ReadOnlyForm() {}

    /**
     * Returns if the statement has the form.
     *
     * @throws IllegalStateException if it has not, which is a defect
     */
    public static void check(String statement) {
        String bare = QUOTED.matcher(statement).replaceAll("x");
        if (!READS.matcher(bare).matches() || COMMENT.matcher(bare).find()) {
            throw new IllegalStateException("a statement that does not just read was about to be sent");
        }
    }
}
