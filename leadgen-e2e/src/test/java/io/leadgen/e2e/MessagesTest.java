package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Every text that the main code holds for people, in one file: messages, hints, help and sentences of answers. A reviewer reads
 * a change of words there, next to all other words. To regenerate it:
 *
 * <pre>./mvnw -pl leadgen-e2e -am package -Dtest=MessagesTest -Dleadgen.messages.update</pre>
 */
class MessagesTest {
    private static final Path GOLDEN =
            Checkout.ROOT.resolve("leadgen-e2e/src/test/resources/io/leadgen/e2e/messages.txt");

    /** Three words or more. */
    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\p{L}{2,}.*\\s.*\\p{L}.*\\s.*\\p{L}.*");

    /** For engines, browsers and builds, and not for people. */
    private static final Pattern CODE = Pattern.compile(
            "(?s)\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|WITH|SET|BEGIN|ATTACH|INSTALL|LOAD|SHOW|DESCRIBE|COPY"
                    + "|FROM|WHERE|AND|OR|GROUP|ORDER|JOIN|CASE|CAST|<|\\{|\\(|--|import |def |#).*");

    @Test
    void everyMessageIsInTheGoldenFile() throws IOException {
        String messages = messages();
        if (System.getProperty("leadgen.messages.update") != null) {
            Files.writeString(GOLDEN, messages);
        }
        assertThat(messages).isEqualTo(Files.readString(GOLDEN));
    }

    private static String messages() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringBuilder all = new StringBuilder();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            for (Path source : sources()) {
                JavacTask task =
                        (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
                Set<String> texts = new LinkedHashSet<>();
                for (CompilationUnitTree unit : task.parse()) {
                    new Texts(texts).scan(unit, null);
                }
                if (!texts.isEmpty()) {
                    all.append(Checkout.ROOT.relativize(source).toString().replace('\\', '/'))
                            .append('\n');
                    texts.forEach(text -> all.append("  ").append(text).append('\n'));
                }
            }
        }
        return all.toString();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("leadgen-cli", "leadgen-core", "leadgen-mcp", "leadgen-runtime")) {
            try (Stream<Path> found = Files.walk(Checkout.ROOT.resolve(module).resolve("src/main/java"))) {
                found.filter(path -> path.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    /** Collects texts; what a program fills in is shown as {@code {}}. */
    private static final class Texts extends TreeScanner<Void, Void> {
        private final Set<String> found;

        Texts(Set<String> found) {
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            add(text(node));
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree node, Void nothing) {
            String text = text(node);
            if (node.getKind() != Tree.Kind.PLUS || text.replace("{}", "").isBlank()) {
                return super.visitBinary(node, null);
            }
            add(text);
            return null;
        }

        private void add(String text) {
            if (SENTENCE.matcher(text).matches() && !CODE.matcher(text).matches()) {
                found.add(text.strip().replaceAll("\\s*\\n\\s*", " "));
            }
        }

        private static String text(Tree node) {
            if (node instanceof ParenthesizedTree inner) {
                return text(inner.getExpression());
            }
            if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return text(sum.getLeftOperand()) + text(sum.getRightOperand());
            }
            return node instanceof LiteralTree literal && literal.getValue() instanceof String value ? value : "{}";
        }
    }
}
