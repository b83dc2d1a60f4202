package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.JavaProgram.Run;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in Java that depends on leadgen-runtime, over the built jars. */
class EmbeddingTest {
    /** Top-level types of the core that everyone may use. */
    private static final int MOST_PUBLIC_TYPES = 60;

    private static final Pattern TOP_LEVEL_TYPE = Pattern.compile("(.+)/(\\w+)\\.class");

    private static final String PROGRAM = """
            package embedder;

            import io.leadgen.audience.RequestContext;
            import io.leadgen.catalog.TableName;
            import io.leadgen.error.Cancellation;
            import io.leadgen.privacy.policy.Precision;
            import io.leadgen.privacy.policy.Principal;
            import io.leadgen.question.Count;
            import io.leadgen.question.answer.AudienceEstimate;
            import io.leadgen.runtime.Leadgen;
            import java.nio.file.Path;

            public final class Main {
                public static void main(String[] args) {
                    try (Leadgen leadgen = Leadgen.open(Path.of(args[0]))) {
                        Count count = Count.of(TableName.parse("main.leads.people"))
                                .where("age > 25")
                                .precision(Precision.parse("1%"));
                        Cancellation cancellation = new Cancellation();
                        AudienceEstimate n = leadgen.audience()
                                .ask(count, new RequestContext(Principal.of("me"), "first", cancellation));
                        System.out.println("about " + n.approxCount());
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void writeData() throws IOException {
        StringBuilder rows = new StringBuilder("age\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append(i % 50).append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        config = Files.writeString(folder.resolve("config.yml"), """
                warehouse: {embedded: {tables: {main.leads.people: people.csv}}}
                audit: {path: audit.jsonl}
                privacy: {ledger: 'jdbc:sqlite:%s', tables: {main.leads.people: {rows_are_people: true}}}
                """.formatted(folder.resolve("ledger.db")));
    }

    private static void assertAnswers(Run run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
        // 4,800 people, and noise.
        assertThat(run.output()).containsPattern("about 4[6-9]\\d\\d");
    }

    @Test
    void asksOnTheClassPath() throws Exception {
        List<Path> path = new ArrayList<>(BuiltJars.ofTheRuntime());
        JavaProgram program =
                JavaProgram.compile(folder, List.of("-cp", JavaProgram.path(BuiltJars.ofTheRuntime())), PROGRAM);
        path.add(program.classes());
        assertAnswers(JavaProgram.run(List.of("-cp", JavaProgram.path(path), "embedder.Main", config.toString())));
    }

    @Test
    void asksOnTheModulePath() throws Exception {
        List<Path> path = new ArrayList<>(BuiltJars.ofTheRuntime());
        JavaProgram program = JavaProgram.compile(
                folder,
                List.of("-p", JavaProgram.path(path)),
                "module embedder { requires io.leadgen.runtime; }",
                PROGRAM);
        path.add(program.classes());
        assertAnswers(JavaProgram.run(
                List.of("-p", JavaProgram.path(path), "-m", "embedder/embedder.Main", config.toString())));
    }

    @Test
    void theCoreExportsAFewTypesToEveryone() throws Exception {
        ModuleDescriptor core = ModuleFinder.of(BuiltJars.core())
                .find("io.leadgen.core")
                .orElseThrow()
                .descriptor();
        List<String> exported = core.exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .toList();
        List<String> types = new ArrayList<>();
        try (JarFile jar = new JarFile(BuiltJars.core().toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                Matcher type = TOP_LEVEL_TYPE.matcher(entry.getName());
                if (type.matches() && exported.contains(type.group(1).replace('/', '.'))) {
                    Class<?> found = Class.forName(type.group(1).replace('/', '.') + "." + type.group(2));
                    if (Modifier.isPublic(found.getModifiers())) {
                        types.add(found.getName());
                    }
                }
            }
        }
        assertThat(types).hasSizeBetween(20, MOST_PUBLIC_TYPES);
    }
}
