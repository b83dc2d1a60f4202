package io.leadgen.predicate.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A readable file of inputs and results. A line that starts with {@code "> "} is an input, in which invisible characters are
 * escaped as backslash, u and four digits. The lines up to the next empty one are its result. Lines with {@code #} are headings.
 *
 * <p>This command updates the results; read the diff before you commit it:
 * {@code ./mvnw -pl leadgen-core test -Dtest='*PredicatesTest' -Dleadgen.test.jvmArgs=-Dgolden.update=true}
 */
final class GoldenFile {
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final Path path;

    GoldenFile(String name) {
        this.path = Path.of("src/test/resources/io/leadgen/predicate/language", name);
    }

    List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        for (String line : content().split("\n", -1)) {
            if (line.startsWith(">")) {
                inputs.add(input(line));
            }
        }
        return inputs;
    }

    String content() {
        try {
            return Files.readString(path, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expected file: its headings and inputs, with the results of {@code result}. */
    String expected(UnaryOperator<String> result) {
        StringBuilder file = new StringBuilder();
        for (String line : content().split("\n", -1)) {
            if (line.startsWith("#")) {
                file.append(line).append("\n\n");
            } else if (line.startsWith(">")) {
                file.append(line).append('\n').append(result.apply(input(line))).append("\n\n");
            }
        }
        String text = file.toString();
        if (Boolean.getBoolean("golden.update")) {
            try {
                Files.writeString(path, text, UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text;
    }

    /** What is wrong with an input. */
    static String diagnostics(LeadgenException rejected) {
        StringBuilder lines = new StringBuilder();
        for (Diagnostic diagnostic : rejected.diagnostics()) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append("  " + diagnostic.code() + " " + diagnostic.from() + ".." + diagnostic.to())
                    .append(": " + diagnostic.message())
                    .append(diagnostic.hint() == null ? "" : "\n    hint: " + diagnostic.hint());
        }
        if (rejected.fixedText() != null) {
            lines.append("\n    fix: ").append(rejected.fixedText());
        }
        return lines.toString();
    }

    private static String input(String line) {
        return UNICODE.matcher(line.length() < 2 ? "" : line.substring(2))
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
