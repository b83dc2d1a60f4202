package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.e2e.JavaProgram.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class that puts itself into the package of the core cannot read the true cells of a scan, wherever the built jar is. Reflection
 * and {@code --patch-module} are beyond this: whoever starts the JVM can read all of its memory.
 */
class WallsTest {
    private static final String PEEK = """
            package io.leadgen.privacy;

            import java.math.BigInteger;

            public final class Peek {
                public static void main(String[] args) {
                    Aggregate cells = Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(4711)}});
                    System.out.println("opened: " + cells.value(0, 0));
                }
            }
            """;
    /** Loads a class of the core before the hostile one. */
    private static final String CORE_FIRST = """
            public final class CoreFirst {
                public static void main(String[] args) throws Exception {
                    Class.forName("io.leadgen.privacy.Aggregate");
                    Class.forName("io.leadgen.privacy.Peek").getMethod("main", String[].class).invoke(null, (Object) args);
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Path core;
    private static Path hostile;

    @BeforeAll
    static void compileTheHostileClass() throws IOException {
        core = BuiltJars.core();
        hostile = JavaProgram.compile(folder, List.of("-cp", core.toString()), PEEK, CORE_FIRST)
                .classes();
    }

    private static Run run(List<Path> classPath, String main) throws Exception {
        return JavaProgram.run(List.of("-cp", JavaProgram.path(classPath), main));
    }

    /** Else the tests below would prove nothing. */
    @Test
    void opensAnAggregateOfClassesThatAreNotSealed() throws Exception {
        Path unsealed = Checkout.ROOT.resolve("leadgen-core/target/classes");
        assertThat(run(List.of(unsealed, hostile), "io.leadgen.privacy.Peek").output())
                .contains("opened: 4711");
    }

    @Test
    void cannotOpenAnAggregateOnTheClassPath() throws Exception {
        for (List<Path> classPath : List.of(List.of(hostile, core), List.of(core, hostile))) {
            for (String main : List.of("io.leadgen.privacy.Peek", "CoreFirst")) {
                Run run = run(classPath, main);
                assertThat(run.exitCode()).as(run.output()).isNotZero();
                assertThat(run.output())
                        .contains("java.lang.SecurityException: sealing violation")
                        .doesNotContain("opened");
            }
        }
    }

    @Test
    void cannotOpenAnAggregateFromTheClassPathOfAModule() throws Exception {
        Run run = JavaProgram.run(List.of(
                "-p",
                JavaProgram.path(BuiltJars.ofTheRuntime()),
                "--add-modules",
                "io.leadgen.core",
                "-cp",
                hostile.toString(),
                "CoreFirst"));
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output())
                .contains("ClassNotFoundException: io.leadgen.privacy.Peek")
                .doesNotContain("opened");
    }

    @Test
    void cannotOpenAnAggregateAsAModule() throws Exception {
        Path module = JavaProgram.compile(
                        folder.resolve("module"),
                        List.of("--patch-module", "hostile=" + core),
                        "module hostile {}",
                        PEEK)
                .classes();
        List<Path> path = new ArrayList<>(BuiltJars.ofTheRuntime());
        path.add(module);
        Run run = JavaProgram.run(List.of(
                "-p",
                JavaProgram.path(path),
                "--add-modules",
                "io.leadgen.core",
                "-m",
                "hostile/io.leadgen.privacy.Peek"));
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output())
                .contains("Package io.leadgen.privacy in both module")
                .doesNotContain("opened");
    }

    @Test
    void shipsNothingOfTheTestkit() throws IOException {
        assertThat(BuiltJars.all())
                .extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("leadgen-attacks-"))
                .noneMatch(name -> name.matches("(leadgen-test|h2-|junit|assertj|opentest4j|apiguardian).*"));
    }
}
