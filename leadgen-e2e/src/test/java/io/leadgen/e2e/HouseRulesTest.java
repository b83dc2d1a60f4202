package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Limits of the main code: short files, small folders, plain words. It reads files only. Documents
 * have a test of their own.
 */
class HouseRulesTest {
    private static final int MOST_LINES = 350;
    private static final int MOST_CLASSES = 20;

    /** What technical English does not use in our meaning, with what to write instead. In names too, as words of their own. */
    private static final Map<String, String> AVOIDED = Map.ofEntries(
            Map.entry("tell|tells|told|telling", "report, show, disclose, return"),
            Map.entry("behind(?! proxy)", "after"),
            Map.entry("beside", "next to, also, with"),
            Map.entry("whoever|who asks", "anyone who, if you"),
            Map.entry("stands? in|stood in", "is in, is stored in"),
            Map.entry("blanks", "spaces"),
            Map.entry("mend(s|ed|ing)?", "fix, fixed"),
            Map.entry("defects? of leadgen", "internal error"),
            Map.entry("look(s|ed|ing)? at(?!\\()|see whether", "check, verify"),
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
            if (isJava(source)) {
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
        assertThat(classes).allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(MOST_CLASSES));
    }

    @Test
    void everyWordIsPlain() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            if (!source.toString().matches(".*\\.(java|properties|yml|md|json|sql)")) {
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
