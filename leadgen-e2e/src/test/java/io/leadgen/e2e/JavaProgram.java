package io.leadgen.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A small program of somebody else: compiled here, and run in a process of its own.
 *
 * @param classes where its classes are
 */
record JavaProgram(Path classes) {

    /** What a run printed, on stdout and stderr together. */
    record Run(int exitCode, String output) {}

    /**
     * Compiles it.
     *
     * @param sources the text of each source file, without its name
     */
    static JavaProgram compile(Path folder, List<String> options, String... sources) throws IOException {
        List<File> files = new ArrayList<>();
        for (String source : sources) {
            Path file = Files.createDirectories(folder.resolve("source " + files.size()))
                    .resolve(nameOf(source) + ".java");
            files.add(Files.writeString(file, source, UTF_8).toFile());
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-proc:none", "-d", classes.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, all, null, manager.getJavaFileObjectsFromFiles(files))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new JavaProgram(classes);
    }

    private static String nameOf(String source) {
        if (source.contains("\nmodule ") || source.startsWith("module ")) {
            return "module-info";
        }
        String from = source.substring(source.indexOf("class ") + "class ".length());
        return from.substring(0, from.indexOf(' '));
    }

    /** Runs Java with these options, the last of them naming the program, and waits for the end. */
    static Run run(List<String> options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        line.addAll(options);
        Path output = Files.createTempFile("leadgen-program", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM would report that it has read it
            Process process = builder.start();
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ends").isTrue();
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** A class path or module path. */
    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
