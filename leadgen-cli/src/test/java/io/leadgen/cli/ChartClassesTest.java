package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is needed to draw is loaded by those who draw, and slows nobody else down. */
class ChartClassesTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writePeople() throws IOException {
        PeopleFile.in(folder);
    }

    /** The classes that a process loads for this command line. */
    private static List<String> loaded(String... words) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "classes", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.leadgen.cli.Main",
                "--config",
                folder.resolve("config.yml").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().put("LEADGEN_HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out.txt")))
                .isZero();
        return Files.readAllLines(log);
    }

    private static boolean draws(String line) {
        return line.contains(" java.awt.") || line.contains(".figure.file.Plot");
    }

    @Test
    void onlyChartsLoadThem() throws Exception {
        String segment = "segment main.leads.people --by income_level";

        assertThat(loaded("count", "main.leads.people", "-w", "age > 40"))
                .anyMatch(line -> line.contains(" io.leadgen.cli.command.ask.CountCommand "))
                .noneMatch(line -> line.contains(".cli.figure.file.") || draws(line));
        assertThat(loaded(segment.split(" ", -1))).noneMatch(ChartClassesTest::draws);
        assertThat(loaded((segment + " --chart " + folder.resolve("x.svg")).split(" ", -1)))
                .anyMatch(line -> line.contains(" java.awt."))
                .anyMatch(line -> line.contains(".figure.file.Plot"));
    }
}
