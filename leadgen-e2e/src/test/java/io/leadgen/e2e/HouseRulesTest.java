package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Limits of the main code: short files, small folders, plain words. It reads files only. The lists of exceptions may shrink and
 * never grow. Documents have a test of their own.
 */
class HouseRulesTest {
    private static final int MOST_LINES = 350;
    private static final int MOST_CLASSES = 20;

    /** Files that are still too long. */
    private static final Set<String> LONG_FILES = Set.of(
            "leadgen-cli/src/main/java/io/leadgen/cli/completion/CommandCompletion.java",
            "leadgen-cli/src/main/java/io/leadgen/cli/figure/file/ShapeGraphics.java",
            "leadgen-cli/src/main/java/io/leadgen/cli/report/ReportPage.java",
            "leadgen-core/src/main/java/io/leadgen/predicate/language/lex/Lexer.java",
            "leadgen-core/src/main/java/io/leadgen/predicate/language/parse/SyntaxConverter.java",
            "leadgen-runtime/src/main/java/io/leadgen/runtime/warehouse/duckdb/DuckDbFiles.java",
            "leadgen-runtime/src/main/java/io/leadgen/runtime/yaml/YamlValue.java");

    /** Folders that still have too many classes. */
    private static final Set<String> FULL_FOLDERS = Set.of(
            "leadgen-bench/src/main/java/io/leadgen/bench",
            "leadgen-cli/src/main/java/io/leadgen/cli",
            "leadgen-cli/src/main/java/io/leadgen/cli/answer",
            "leadgen-core/src/main/java/io/leadgen/question",
            "leadgen-mcp/src/main/java/io/leadgen/mcp/sdk",
            "leadgen-runtime/src/main/java/io/leadgen/runtime/config",
            "leadgen-runtime/src/main/java/io/leadgen/runtime/sql");

    /** Modules in which the words below are still in use. */
    private static final Set<String> UNREAD_MODULES = Set.of(
            "leadgen-bench",
            "leadgen-cli",
            "leadgen-core",
            "leadgen-dist",
            "leadgen-image",
            "leadgen-mcp",
            "leadgen-runtime");

    /** What technical English does not use in our meaning, with what to write instead. In names too, as words of their own. */
    private static final Map<String, String> AVOIDED = Map.ofEntries(
            Map.entry("tell|tells|told|telling", "report, show, disclose, return"),
            Map.entry("behind", "after"),
            Map.entry("beside", "next to, also, with"),
            Map.entry("whoever|who asks", "anyone who, if you"),
            Map.entry("stands? in|stood in", "is in, is stored in"),
            Map.entry("blanks", "spaces"),
            Map.entry("mend(s|ed|ing)?", "fix, fixed"),
            Map.entry("defects? of leadgen", "internal error"),
            Map.entry("look(s|ed|ing)? at|see whether", "check, verify"),
            Map.entry("anew", "again"),
            Map.entry("here begins", "unexpected"),
            Map.entry("signs? of life", "progress notification"));

    private static List<Path> sources;

    @BeforeAll
    static void findSources() throws IOException {
        sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            for (Path module : modules.sorted().toList()) {
                Path main = module.resolve("src/main");
                if (module.getFileName().toString().startsWith("leadgen-") && Files.isDirectory(main)) {
                    try (Stream<Path> files = Files.walk(main)) {
                        files.filter(Files::isRegularFile).sorted().forEach(sources::add);
                    }
                }
            }
        }
        assertThat(sources).hasSizeGreaterThan(300);
    }

    private static String name(Path path) {
        return Checkout.ROOT.relativize(path).toString().replace('\\', '/');
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(".java");
    }

    @Test
    void everyFileIsShort() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            if (isJava(source) && !LONG_FILES.contains(name(source))) {
                int lines = Files.readAllLines(source).size();
                if (lines > MOST_LINES) {
                    found.add(name(source) + ": " + lines + " lines");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyFolderIsSmall() {
        Map<String, Integer> classes = new TreeMap<>();
        for (Path source : sources) {
            if (isJava(source) && !source.getFileName().toString().endsWith("-info.java")) {
                classes.merge(name(source.getParent()), 1, Integer::sum);
            }
        }
        classes.keySet().removeAll(FULL_FOLDERS);
        assertThat(classes).allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void everyWordIsPlain() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            String module = Checkout.ROOT.relativize(source).getName(0).toString();
            if (UNREAD_MODULES.contains(module)
                    || !source.toString().matches(".*\\.(java|properties|yml|md|json|sql)")) {
                continue;
            }
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                String words =
                        lines.get(i).replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ');
                for (Map.Entry<String, String> avoided : AVOIDED.entrySet()) {
                    Matcher word = Pattern.compile("\\b(" + avoided.getKey() + ")\\b", Pattern.CASE_INSENSITIVE)
                            .matcher(words);
                    while (word.find()) {
                        found.add("%s:%d \"%s\"; write: %s"
                                .formatted(name(source), i + 1, word.group(), avoided.getValue()));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
