package io.leadgen.e2e.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's Python and its Jupyter, as a process in a folder of its own. */
record DebianPython(Path folder) {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int MOST_MINUTES = 5;

    /**
     * Skips the calling test, and says so, where the tools are missing; on a build server it fails, so that nobody takes a
     * test that never runs for one that passes.
     */
    static DebianPython in(Path folder) throws IOException, InterruptedException {
        DebianPython python = new DebianPython(folder);
        boolean there = Files.isExecutable(Path.of(PYTHON))
                && Files.isExecutable(Path.of("/usr/bin/jupyter-nbconvert"))
                && python.run(List.of(PYTHON, "-c", "import nbformat, nbclient, ipykernel"))
                                .exitCode()
                        == 0;
        if (!there) {
            String missing = "Exported notebooks are NOT tested: install jupyter-nbconvert python3-nbformat"
                    + " python3-nbclient python3-ipykernel, as .ci/run does";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            System.err.println(missing);
            assumeTrue(false, missing);
        }
        return python;
    }

    record Run(int exitCode, String output) {}

    /** Runs a program of Python. */
    Run python(String program, String... arguments) throws IOException, InterruptedException {
        return run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(PYTHON, "-c", program), java.util.stream.Stream.of(arguments))
                .toList());
    }

    /** Runs all cells of a notebook, and writes them with what they printed to another. */
    Run execute(Path notebook, Path executed) throws IOException, InterruptedException {
        return run(List.of(
                PYTHON,
                "/usr/bin/jupyter-nbconvert",
                "--to",
                "notebook",
                "--execute",
                notebook.toString(),
                "--output",
                executed.toString()));
    }

    private Run run(List<String> words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear(); // another Python on the PATH would bring its own kernel
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not finished: " + words);
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
