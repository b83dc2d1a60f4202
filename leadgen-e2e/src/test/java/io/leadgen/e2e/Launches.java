package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The programs of {@code bin}, as a user starts them, with a home of their own. */
record Launches(Path folder) {

    /** What one run has said. */
    record Run(int exitCode, String out, String err) {}

    /** @param folder what the runs leave behind goes here */
    static Launches in(Path folder) {
        assumeTrue(Files.exists(Checkout.APP.resolve("built")), "the application is made by the phase package");
        return new Launches(folder);
    }

    ProcessBuilder process(Path directory, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LEADGEN_") || name.startsWith("LC_"));
        environment.remove("JAVA_TOOL_OPTIONS"); // the JVM says on stderr that it has seen it
        environment.put("LANG", "C.UTF-8");
        environment.put("LEADGEN_HOME", folder.resolve("home").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("REAL_APP", Checkout.APP.toString());
        return builder;
    }

    /** Runs it to its end, with an empty stdin unless one was given. */
    Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends").isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A checkout whose Maven only notes that it was called, waits a moment, and puts the real application in place. */
    Path checkout(String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        copyPrograms(root);
        for (String module : List.of(
                "leadgen-core", "leadgen-runtime", "leadgen-attacks", "leadgen-cli", "leadgen-mcp", "leadgen-dist")) {
            Files.createDirectories(root.resolve(module).resolve("src/main/java"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(root.resolve("pom.xml"), "");
        Path mvnw = Files.writeString(root.resolve("mvnw"), """
                #!/bin/sh
                echo "noise of the build"
                cat # what a program is sent is not for Maven
                echo "$$ $*" >>calls
                sleep 2
                [ ! -e broken ] || exit 1
                mkdir -p leadgen-dist/target/app
                rm -f leadgen-dist/target/app/lib
                ln -s "$REAL_APP/lib" leadgen-dist/target/app/lib
                echo "build$$" >leadgen-dist/target/app/built
                """);
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
        return root;
    }

    void copyPrograms(Path root) throws IOException {
        try (Stream<Path> programs = Files.walk(Checkout.ROOT.resolve("bin"))) {
            for (Path program : programs.toList()) { // folders before what is in them
                Files.copy(program, root.resolve(Checkout.ROOT.relativize(program)));
            }
        }
    }

    /** How often the Maven of such a checkout was called. */
    long calls(Path checkout) throws IOException {
        return Files.readAllLines(checkout.resolve("calls")).size();
    }
}
