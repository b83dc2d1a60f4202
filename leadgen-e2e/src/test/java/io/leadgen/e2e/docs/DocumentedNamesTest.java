package io.leadgen.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages about the code are true to the tree: the classes and the folders that they name exist. */
class DocumentedNamesTest {
    private static final List<String> PAGES =
            List.of("ARCHITECTURE.md", "CONTRIBUTING.md", "THREAT-MODEL.md", "docs/reference/sql-dialects.md");
    private static final String SOURCES = "java/io/leadgen/";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** Words with two capitals at least, such as {@code AudienceService}. */
    private static final Pattern CLASS = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\\b");
    /** Folders and files below {@code io/leadgen}, the core's without the name of the module. */
    private static final Pattern FOLDER = Pattern.compile("[a-z]+(/[a-z]+)+(/[A-Z]\\w*(\\.java)?)?");

    /** What a reader is to replace: {@code question/NAME.java}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("NAME|ANSWER|ENGINE");

    private static final Set<String> CLASSES = new HashSet<>();
    private static final Set<String> FOLDERS = new HashSet<>();

    @BeforeAll
    static void readTree() throws IOException {
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            for (Path module :
                    modules.filter(path -> Files.exists(path.resolve("src"))).toList()) {
                readSources(module.resolve("src"));
            }
        }
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    private static void readSources(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String path = file.toString().replace('\\', '/');
                CLASSES.add(path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length()));
                int start = path.indexOf(SOURCES);
                if (start >= 0) {
                    String name = path.substring(start + SOURCES.length());
                    FOLDERS.add(name);
                    FOLDERS.add(name.replace(".java", ""));
                    FOLDERS.add(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
                }
            }
        }
    }

    @Test
    void everyClassAndFolderThatAPageNamesExists() {
        Set<String> missing = new TreeSet<>();
        for (String page : PAGES) {
            List<String> lines = Document.at(page).lines();
            for (int i = 0; i < lines.size(); i++) {
                for (String name : names(lines.get(i))) {
                    boolean exists = FOLDER.matcher(name).matches() ? isFolder(name) : CLASSES.contains(name);
                    if (!exists) {
                        missing.add(page + ":" + (i + 1) + " " + name);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        Matcher code = CODE.matcher(line);
        while (code.find()) {
            if (PLACEHOLDER.matcher(code.group(1)).find()) {
                continue;
            }
            if (FOLDER.matcher(code.group(1)).matches()) {
                names.add(code.group(1));
            } else if (!code.group(1).contains(" ")) {
                Matcher type = CLASS.matcher(code.group(1));
                while (type.find()) {
                    names.add(type.group());
                }
            }
        }
        return names;
    }

    private static boolean isFolder(String name) {
        // A folder that has only folders has no class of its own.
        return FOLDERS.stream().anyMatch(folder -> folder.equals(name) || folder.startsWith(name + "/"))
                || Files.exists(Checkout.ROOT.resolve(name));
    }
}
