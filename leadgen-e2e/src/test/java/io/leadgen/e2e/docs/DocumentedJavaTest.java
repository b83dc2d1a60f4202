package io.leadgen.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java that a page shows compiles, with the imports that an editor adds. What it answers is in JavaExampleTest. */
class DocumentedJavaTest {
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");
    /** Variables that the first block of a page declares and later ones use. */
    private static final String DECLARED = "AudienceService audience, TableName customers, Principal principal";

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @TempDir
    private static Path folder;

    /** Simple names of the public classes of leadgen and of two packages of Java, with their full names. */
    private static final Map<String, String> TYPES = new TreeMap<>();

    @BeforeAll
    static void findTypes() throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, Locale.ROOT, null)) {
            addTypes(files, StandardLocation.PLATFORM_CLASS_PATH, "java.nio.file");
            addTypes(files, StandardLocation.PLATFORM_CLASS_PATH, "java.util");
            addTypes(files, StandardLocation.CLASS_PATH, "io.leadgen");
        }
    }

    private static void addTypes(JavaFileManager files, JavaFileManager.Location location, String name)
            throws IOException {
        boolean all = location == StandardLocation.CLASS_PATH;
        for (JavaFileObject type : files.list(location, name, EnumSet.of(JavaFileObject.Kind.CLASS), all)) {
            String full = files.inferBinaryName(location, type);
            if (!full.contains("$") && !full.contains(".internal.") && !full.contains(".e2e.")) {
                TYPES.put(full.substring(full.lastIndexOf('.') + 1), full);
            }
        }
    }

    private static Stream<Map.Entry<String, String>> blocks() {
        List<Map.Entry<String, String>> blocks = new ArrayList<>();
        for (Document document : Document.all()) {
            for (Document.Fence fence : document.fences()) {
                if (fence.language().equals("java")) {
                    blocks.add(Map.entry(document.name() + ":" + fence.line(), String.join("\n", fence.content())));
                }
            }
        }
        return blocks.stream();
    }

    @TestFactory
    Stream<DynamicTest> compiles() {
        return blocks().map(block -> dynamicTest(
                block.getKey(), () -> assertThat(problems(block.getValue())).isEmpty()));
    }

    @Test
    void theReadmeHasAnExample() {
        assertThat(blocks()).anyMatch(block -> block.getKey().startsWith("README.md"));
    }

    @Test
    void aWrongNameIsFound() throws IOException {
        assertThat(problems("TableName.parse(\"a.b.c\").nothingLikeIt();")).isNotEmpty();
    }

    private static List<String> problems(String block) throws IOException {
        String parameters =
                block.contains("AudienceService audience =") || block.contains("TableName customers =") ? "" : DECLARED;
        Set<String> imports = new LinkedHashSet<>();
        Matcher type = TYPE.matcher(parameters + block);
        while (type.find()) {
            String full = TYPES.get(type.group());
            if (full != null) {
                imports.add("import " + full + ";\n");
            }
        }
        String source = String.join("", imports) + "class Example {\nvoid run(" + parameters + ") throws Exception {\n"
                + block + "\n}\n}\n";
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString());
            COMPILER.getTask(null, files, found, options, null, List.of(file)).call();
        }
        return found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem + "\n" + source)
                .toList();
    }
}
