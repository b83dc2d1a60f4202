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
            atContext("while scanning a quoted scalar", "found unexpected end of stream", "this quote is not closed"),
            atContext("while scanning a quoted scalar", "document separator", "this quote is not closed"),
            atProblem("double-quoted", "escape", "unknown escape in double quotes; write \\\\ for a backslash"),
            atProblem("double-quoted", "hexadecimal", "unknown escape in double quotes; write \\\\ for a backslash"),
            atProblem(
                    "",
                    "mapping values are not allowed",
                    "a ':' is not expected here; quote a value that contains \": \""),
            atContext("while parsing a flow sequence", "", "this '[' is not closed, or a ',' is missing"),
            atContext("while parsing a flow mapping", "", "this '{' is not closed, or a ',' is missing"),
            atContext("while scanning a simple key", "", "a ':' is missing after this key"),
            atProblem("while parsing a block mapping", "", "a key is expected here; is the indentation right?"),
            atProblem(
                    "while parsing a block collection",
                    "",
                    "an item \"- ...\" is expected here; is the indentation right?"),
            atProblem("", "expected a single document", "a second document; a configuration has only one"),
            atProblem("", "but found another document", "a second document; a configuration has only one"),
            atProblem("", "undefined alias", "this alias has no anchor"),
            atProblem("", "tag is not allowed", TAG),
            atProblem("", "duplicate anchor", "this anchor is defined twice"),
            atProblem("", "cannot start any token", "a value cannot start with this character; put it in quotes"));

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

    private static Rule atContext(String context, String problem, String message) {
        return new Rule(context, problem, message, true);
    }

    private static Rule atProblem(String context, String problem, String message) {
        return new Rule(context, problem, message, false);
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
