package io.leadgen.runtime.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

/** One file while it is read: its text, the variables that it may use, and the diagnostics so far. */
public final class YamlFile {
    private static final String ROOT = "the file";
    private static final int MAX_ALIASES = 20;
    private static final int MAX_DEPTH = 20;

    private final String source;
    private final Variables variables;
    private final FileDiagnostics diagnostics;
    private final Path folder;

    private YamlFile(String source, Path folder, Map<String, String> environment, FileDiagnostics diagnostics) {
        this.source = source;
        this.variables = new Variables(environment);
        this.folder = folder;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file's text.
     *
     * @param name the file's name in messages
     * @param folder where relative paths of the file start
     * @param environment the values of {@code ${NAME}}
     * @param hint what to do instead of fixing the file
     * @param reader turns the tree into a value; its result is dropped if it reported anything
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID with all diagnostics
     */
    public static <T> T read(
            String name,
            Path folder,
            String source,
            Map<String, String> environment,
            String hint,
            Function<YamlValue, Optional<T>> reader) {
        FileDiagnostics diagnostics = new FileDiagnostics(name, hint);
        YamlFile file = new YamlFile(source, folder, environment, diagnostics);
        Node root = file.compose();
        diagnostics.throwIfAny();
        Optional<T> value = reader.apply(new YamlValue(file, ROOT, root, Position.START, false));
        diagnostics.throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException("no value and no diagnostic"));
    }

    /** The root of a file that is not there: for defaults, in which {@code ${NAME}} has these values. */
    public static YamlValue absent(Map<String, String> environment) {
        YamlFile file = new YamlFile("", Path.of("").toAbsolutePath(), environment, new FileDiagnostics(ROOT, ""));
        return new YamlValue(file, ROOT, null, Position.START, false);
    }

    private @Nullable Node compose() {
        int reserved = VariableMask.firstReserved(source);
        if (reserved >= 0) {
            diagnostics.add(Position.of(source, reserved), SyntaxMessages.UNREADABLE_CHARACTER);
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(Integer.MAX_VALUE); // the caller has limited the text
        options.setProcessComments(false);
        try {
            StreamReader text = new StreamReader(VariableMask.mask(source));
            // The composer alone: there is no constructor here that a tag in the file could call.
            return new Composer(new ParserImpl(text, options), new Resolver(), options).getSingleNode();
        } catch (MarkedYAMLException e) {
            SyntaxMessages.describe(e, source, diagnostics);
        } catch (ReaderException e) {
            diagnostics.add(Position.of(source, offset(e.getPosition())), SyntaxMessages.UNREADABLE_CHARACTER);
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            diagnostics.add(Position.START, SyntaxMessages.TOO_DEEP);
        }
        return null;
    }

    void report(Position position, String message) {
        diagnostics.add(position, message);
    }

    int reported() {
        return diagnostics.size();
    }

    Path folder() {
        return folder;
    }

    /** Where a node starts; a default has no place in the file. */
    static Position start(Node node) {
        Mark mark = node.getStartMark();
        return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The text of a scalar with its variables filled in; diagnostics have the position of the variable. */
    Variables.Filled fill(Node scalar, String text, boolean keepUserAttributes) {
        return variables.fill(
                text, keepUserAttributes, (message, reference) -> report(placeOfReference(scalar, reference), message));
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
