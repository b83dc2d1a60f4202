package io.leadgen.runtime.yaml;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** One file while it is read: its text, the variables that it may use, and the problems found so far. */
public final class YamlFile {
    private static final int MAX_ALIASES = 20;
    private static final int MAX_DEPTH = 20;

    private final String source;
    private final Variables variables;
    private final Problems problems;

    private YamlFile(String source, Map<String, String> environment, Problems problems) {
        this.source = source;
        this.variables = new Variables(environment);
        this.problems = problems;
    }

    /**
     * Reads a file's text.
     *
     * @param name the file's name in messages
     * @param environment what {@code ${NAME}} stands for
     * @param hint what somebody can do who does not want to repair the file now
     * @param reader turns the tree into a value; what it returns is dropped if it reported a problem
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID with all problems
     */
    public static <T> T read(
            String name, String source, Map<String, String> environment, String hint, Function<YamlValue, T> reader) {
        Problems problems = new Problems(name, hint);
        YamlFile file = new YamlFile(source, environment, problems);
        Node root = file.compose();
        problems.throwIfAny();
        T value = reader.apply(new YamlValue(file, "the file", root, Position.START, false));
        problems.throwIfAny();
        return value;
    }

    private @Nullable Node compose() {
        int reserved = VariableMask.firstReserved(source);
        if (reserved >= 0) {
            problems.add(Position.of(source, reserved), SyntaxMessages.UNREADABLE_CHARACTER);
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(Integer.MAX_VALUE); // the caller has limited the text
        options.setProcessComments(false);
        try {
            StreamReader text = new StreamReader(VariableMask.mask(source));
            // The composer alone: there is no constructor here that a tag in the file could speak to.
            return new Composer(new ParserImpl(text, options), new Resolver(), options).getSingleNode();
        } catch (MarkedYAMLException e) {
            SyntaxMessages.describe(e, source, problems);
        } catch (ReaderException e) {
            problems.add(Position.of(source, offset(e.getPosition())), SyntaxMessages.UNREADABLE_CHARACTER);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            problems.add(Position.START, SyntaxMessages.TOO_DEEP);
        }
        return null;
    }

    void report(Position position, String message) {
        problems.add(position, message);
    }

    static Position start(Node node) {
        Mark mark = node.getStartMark();
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The text of a scalar with its variables filled in; problems are reported where the variable stands. */
    Variables.Filled fill(Node scalar, String text, boolean keepUserAttributes) {
        return variables.fill(
                text, keepUserAttributes, (reference, message) -> report(placeOfReference(scalar, reference), message));
    }

    /** Looks a reference up in the source, because a text read from quotes or several lines has other offsets. */
    private Position placeOfReference(Node scalar, int reference) {
        int end = offset(scalar.getEndMark().getIndex());
        int at = offset(scalar.getStartMark().getIndex()) - 1;
        for (int i = 0; i <= reference; i++) {
            at = source.indexOf("${", at + 1);
            if (at < 0 || at >= end) {
                return start(scalar);
            }
        }
        return Position.of(source, at);
    }

    private int offset(int codePoints) {
        return source.offsetByCodePoints(0, Math.min(codePoints, source.codePointCount(0, source.length())));
    }
}
