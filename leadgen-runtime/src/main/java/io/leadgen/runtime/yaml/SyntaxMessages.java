package io.leadgen.runtime.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Explains in plain words why YAML cannot be read. The parser's own messages are written for its authors, change with its
 * versions, and quote the file, which may hold a password.
 */
final class SyntaxMessages {
    static final String UNREADABLE_CHARACTER = "this character is not allowed in a configuration file";
    static final String TOO_DEEP = "nested too deeply, or too many aliases";
    static final String TAG = "tags (!...) are not supported";
    private static final String MALFORMED = "this is not valid YAML";

    /** Fragments of the parser's messages, and ours; the first that fits is used. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "while scanning a quoted scalar",
                    "found unexpected end of stream",
                    "this quote is not closed",
                    true),
            new Rule("while scanning a quoted scalar", "document separator", "this quote is not closed", true),
            new Rule("double-quoted", "escape", "unknown escape in double quotes; write \\\\ for a backslash", false),
            new Rule(
                    "double-quoted",
                    "hexadecimal",
                    "unknown escape in double quotes; write \\\\ for a backslash",
                    false),
            new Rule(
                    "",
                    "mapping values are not allowed",
                    "a ':' is not expected here; quote a value that contains \": \"",
                    false),
            new Rule("while parsing a flow sequence", "", "this '[' is not closed, or a ',' is missing", true),
            new Rule("while parsing a flow mapping", "", "this '{' is not closed, or a ',' is missing", true),
            new Rule("while scanning a simple key", "", "a ':' is missing after this key", true),
            new Rule("while parsing a block mapping", "", "a key is expected here; is the indentation right?", false),
            new Rule(
                    "while parsing a block collection",
                    "",
                    "an item \"- ...\" is expected here; is the indentation right?",
                    false),
            new Rule("", "expected a single document", "a second document; a configuration has only one", false),
            new Rule("", "but found another document", "a second document; a configuration has only one", false),
            new Rule("", "undefined alias", "this alias has no anchor", false),
            new Rule("", "tag is not allowed", TAG, false),
            new Rule("", "duplicate anchor", "this anchor is defined twice", false),
            new Rule(
                    "", "cannot start any token", "a value cannot start with this character; put it in quotes", false));

    private SyntaxMessages() {}

    static void describe(MarkedYAMLException error, String source, FileDiagnostics diagnostics) {
        Mark problem = error.getProblemMark();
        if (problem == null) {
            diagnostics.add(Position.START, MALFORMED);
            return;
        }
        if (isTab(source, problem)) {
            diagnostics.add(position(problem), "a tab cannot indent; use spaces");
            return;
        }
        for (Rule rule : RULES) {
            if (rule.fits(error.getContext(), error.getProblem())) {
                Mark context = error.getContextMark();
                diagnostics.add(position(rule.atContext && context != null ? context : problem), rule.message);
                return;
            }
        }
        diagnostics.add(position(problem), MALFORMED);
    }

    private static boolean isTab(String source, Mark mark) {
        int index = mark.getIndex();
        return index < source.codePointCount(0, source.length())
                && source.codePointAt(source.offsetByCodePoints(0, index)) == '\t';
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private record Rule(String context, String problem, String message, boolean atContext) {
        boolean fits(@Nullable String context, @Nullable String problem) {
            return contains(context, this.context) && contains(problem, this.problem);
        }

        private static boolean contains(@Nullable String text, String part) {
            return part.isEmpty() || (text != null && text.contains(part));
        }
    }
}
