package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.leadgen.e2e.Launches.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/leadgen} as a user starts it, over the application that the reactor has just packaged. */
@DisabledOnOs(OS.WINDOWS) // a POSIX shell script
@Tag("slow")
class LauncherTest {
    private static final Path LAUNCHER = Checkout.ROOT.resolve("bin/leadgen");

    @TempDir
    static Path folder;

    private static Launches launches;
    private static Path config;

    @BeforeAll
    static void prepare() throws IOException {
        launches = Launches.in(folder);
        StringBuilder rows = new StringBuilder("age,city\n");
        for (int i = 0; i < 2000; i++) {
            rows.append(18 + i % 60).append(i % 2 == 0 ? ",İzmir\n" : ",Ankara\n");
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        config = Files.writeString(
                folder.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
    }

    private static Run leadgen(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(LAUNCHER.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = launches.process(folder, line);
        builder.environment().putAll(environment);
        return launches.run(builder);
    }

    @Test
    void stdoutIsOneJsonObjectAndNothingElse() throws Exception {
        Run run = leadgen(Map.of(), "--config", config.toString(), "-o", "json", "count", "main.leads.people");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            json.skipChildren();
            assertThat(json.nextToken()).isNull();
        }
    }

    @Test
    void aMachineWithoutFontsIsToldSoBeforeAnythingIsPaid() throws Exception {
        String fontless = """
                for fonts in /etc/fonts /usr/share/fonts /usr/local/share/fonts; do
                  [ ! -d $fonts ] || mount -t tmpfs none $fonts || exit 77
                done
                HOME=/nowhere exec "$@\"""";
        for (List<String> drawing : List.of(
                List.of("funnel", "main.leads.people", "--step", "age > 30", "--chart", "chart.svg"),
                List.of("report", "main.leads.people", "-w", "age > 30", "-f", "report.html"))) {
            String apart = "exec unshare --map-root-user --mount sh -c \"$0\" sh \"$@\"";
            List<String> words = new ArrayList<>(List.of("sh", "-c", apart, fontless));
            words.addAll(List.of(LAUNCHER.toString(), "--config", config.toString(), "--as", "fontless"));
            words.addAll(drawing);
            Run run = launches.run(launches.process(folder, words));
            if (run.err().contains("unshare") || run.exitCode() == 77) {
                System.err.println("Machines without fonts are NOT tested: folders cannot be hidden here");
                abort("folders cannot be hidden here");
            }

            assertThat(run.exitCode()).as(run.err()).isEqualTo(8);
            assertThat(run.err()).contains("error[CONFIG_INVALID]: A chart cannot be drawn: this Java finds no fonts");
        }
        Run budget = leadgen(Map.of(), "--config", config.toString(), "--as", "fontless", "-o", "json", "budget");
        assertThat(budget.out()).contains("\"budget_left\": 0.1,");
    }

    @Test
    void startsThroughASymbolicLinkFromAnywhereAndWithBlanksInPaths() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("some where/else"));
        Path first = Files.createSymbolicLink(folder.resolve("some where/leadgen link"), LAUNCHER);
        Path second = Files.createSymbolicLink(elsewhere.resolve("lg"), Path.of("../leadgen link"));
        ProcessBuilder builder = launches.process(elsewhere, List.of(second.toString(), "--version"));
        builder.environment().put("LEADGEN_HOME", elsewhere.resolve("a home").toString());
        Run run = launches.run(builder);

        assertThat(Files.isSymbolicLink(first)).isTrue();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("leadgen \\S+ \\(Java \\d+\\)\n");
        try (var archives = Files.list(elsewhere.resolve("a home/cache"))) {
            assertThat(archives.filter(file -> file.toString().endsWith(".jsa")))
                    .hasSize(1);
        }
    }

    @Test
    void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Map<String, String> home =
                Map.of("LEADGEN_HOME", folder.resolve("damaged").toString());
        Run before = leadgen(home, "--version");
        Path archive = onlyFile(folder.resolve("damaged/cache"));
        byte[] whole = Files.readAllBytes(archive);
        for (byte[] unfit : List.of(
                "no archive at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length / 2),
                ofAnotherJava(whole))) {
            Files.delete(archive);
            Files.write(archive, unfit);

            assertThat(leadgen(home, "--version")).isEqualTo(before);
        }
        assertThat(before.exitCode()).isZero();
        assertThat(before.err()).isEmpty();
    }

    private static Path onlyFile(Path cache) throws IOException {
        try (var files = Files.list(cache)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    /** The archive's head names the Java that has written it. */
    private static byte[] ofAnotherJava(byte[] archive) {
        String head = new String(archive, 0, 8192, StandardCharsets.ISO_8859_1);
        int at = head.indexOf(System.getProperty("java.vm.version"));
        assertThat(at).as("the version of Java in the archive's head").isNotNegative();
        byte[] other = archive.clone();
        other[at] = '9';
        other[at + 1] = '9';
        return other;
    }

    /** The programs as a package lays them out, without a checkout around them. */
    private static Path installation(String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        launches.copyPrograms(root);
        Files.createSymbolicLink(root.resolve("lib"), Checkout.APP.resolve("lib"));
        Files.copy(Checkout.APP.resolve("built"), root.resolve("built"));
        return root;
    }

    private static List<String> contents(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void anInstallationIsFoundByItsLinkOnThePathAndNeverWrittenTo() throws Exception {
        Path root = installation("in stalled/leadgen");
        Path bin = Files.createDirectories(folder.resolve("in stalled/bin"));
        Files.createSymbolicLink(bin.resolve("leadgen"), Path.of("../leadgen/bin/leadgen"));
        List<String> before = contents(root);
        assertThat(root.toFile().setWritable(false)).isTrue();

        ProcessBuilder builder = launches.process(folder, List.of("sh", "-c", "leadgen --version"));
        builder.environment().merge("PATH", bin.toString(), (path, added) -> added + ":" + path);
        builder.environment()
                .put("LEADGEN_HOME", folder.resolve("in stalled/a home").toString());
        Run run = launches.run(builder);

        assertThat(root.toFile().setWritable(true)).isTrue();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("leadgen \\S+ \\(Java \\d+\\)\n");
        assertThat(contents(root)).isEqualTo(before);
        Path archive = onlyFile(folder.resolve("in stalled/a home/cache"));
        assertThat(archive.getFileName().toString()).contains(System.getProperty("java.runtime.version"));
        assertThat(Files.size(archive)).isGreaterThan(1_000_000);
    }

    @Test
    void anInstallationWithoutItsLibrariesSaysSo() throws Exception {
        Path root = installation("half");
        Files.delete(root.resolve("lib"));
        Run run = launches.run(
                launches.process(folder, List.of(root.resolve("bin/leadgen").toString(), "--version")));

        assertThat(run)
                .isEqualTo(new Run(
                        1, "", "leadgen: this installation is incomplete: there is no program in " + root + "/lib\n"));
    }

    @Test
    void withoutAHomeItStartsAndLeavesNothingBehind() throws Exception {
        boolean before = Files.exists(Path.of("/.leadgen"));
        ProcessBuilder builder = launches.process(folder, List.of(LAUNCHER.toString(), "--version"));
        builder.environment().keySet().removeAll(List.of("HOME", "LEADGEN_HOME"));
        Run run = launches.run(builder);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("leadgen ");
        assertThat(Files.exists(Path.of("/.leadgen"))).isEqualTo(before);
    }

    @Test
    void aHomeThatCannotBeWrittenIsNoObstacleToTheVersion() throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        assertThat(leadgen(Map.of("LEADGEN_HOME", file.toString()), "--version").out())
                .startsWith("leadgen ");
    }

    @Test
    void withoutConfigurationBothWaysToStartAreShown() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Run run = launches.run(launches.process(empty, List.of(LAUNCHER.toString(), "catalogs")));

        assertThat(run.exitCode()).isEqualTo(8);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error[CONFIG_INVALID]: ").contains("--demo", "config.yml");
    }

    @Test
    void theLocaleCGetsAsciiSignsAndLosesNoLetter() throws Exception {
        Run run = leadgen(
                Map.of("LC_ALL", "C"),
                "--config",
                config.toString(),
                "count",
                "main.leads.people",
                "-w",
                "city = 'İzmir'");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains(" +/- ").contains("where city = 'İzmir'").doesNotContain("±");
    }

    @Test
    void stopsQuietlyWhenItsReaderLeaves() throws Exception {
        Run run = launches.run(launches.process(
                folder, List.of("sh", "-c", "\"$0\" --help | head -n 1 | head -c 12", LAUNCHER.toString())));

        assertThat(run).isEqualTo(new Run(0, "Count audien", ""));
    }

    @Test
    void withoutJavaItSaysWhatIsNeeded() throws Exception {
        Run missing = leadgen(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), "--version");
        Path old = Files.createDirectories(folder.resolve("old java/bin")).getParent();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\n").toFile().setExecutable(true);
        Run tooOld = leadgen(Map.of("JAVA_HOME", old.toString()), "--version");

        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("JAVA_HOME").hasLineCount(1);
        assertThat(tooOld.exitCode()).isEqualTo(1);
        assertThat(tooOld.err()).contains("Java 17 or newer").contains("11.0.2").hasLineCount(1);
    }

    @Test
    void ctrlCEndsTheQuestion() throws Exception {
        assumeTrue(interruptsAreNotIgnored(), "this build runs in the background, where the shell ignores Ctrl-C");
        Path big = folder.resolve("big.csv");
        try (BufferedWriter rows = Files.newBufferedWriter(big, StandardCharsets.US_ASCII)) {
            rows.write("uid,age,city\n");
            for (int i = 0; i < 6_000_000; i++) {
                rows.write("u" + (i * 7919L % 5_000_011) + "," + i % 90 + ",city" + i % 1000 + "\n");
            }
        }
        Path slow = Files.writeString(folder.resolve("slow.yml"), """
                        warehouse: {embedded: {tables: {main.leads.big: big.csv}}}
                        privacy: {tables: {main.leads.big: {unit: uid}}}
                        """);
        leadgen(Map.of(), "--version"); // so that no archive is made on the way
        Path out = folder.resolve("ctrl-c.out");
        Process process = launches.process(
                        folder, List.of(LAUNCHER.toString(), "--config", slow.toString(), "count", "main.leads.big"))
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("ctrl-c.err").toFile())
                .start();
        Thread.sleep(1500);
        assertThat(process.isAlive()).as("still at work").isTrue();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ends soon").isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.size(out)).isZero();
    }

    private static boolean interruptsAreNotIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        try (var lines = Files.lines(status)) {
            long ignored = lines.filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .findFirst()
                    .orElse(0);
            return (ignored & (1L << 1)) == 0;
        }
    }

    private static ProcessBuilder start(Path checkout) {
        return launches.process(folder, List.of(checkout.resolve("bin/leadgen").toString(), "--version"));
    }

    @Test
    void buildsOnFirstUseOnceForAllWhoAskAndAgainWhenASourceChanges() throws Exception {
        Path checkout = launches.checkout("check out");
        Map<Integer, Process> together = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            together.put(
                    i,
                    start(checkout)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectOutput(checkout.resolve("out" + i).toFile())
                            .start());
        }
        for (Map.Entry<Integer, Process> one : together.entrySet()) {
            assertThat(one.getValue().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(one.getValue().exitValue()).isZero();
            assertThat(Files.readString(checkout.resolve("out" + one.getKey()))).matches("leadgen \\S+ \\(.*\\)\n");
        }
        assertThat(launches.calls(checkout)).isEqualTo(1);

        assertThat(launches.run(start(checkout)).err()).isEmpty();
        assertThat(launches.calls(checkout)).isEqualTo(1);

        Thread.sleep(10); // a file system's clock is coarse
        Files.writeString(checkout.resolve("leadgen-core/src/main/java/New.java"), "");
        Run rebuilt = launches.run(start(checkout));
        assertThat(rebuilt.err()).contains("leadgen: the sources have changed: building", "noise of the build");
        assertThat(rebuilt.out()).startsWith("leadgen ").hasLineCount(1);
        assertThat(launches.calls(checkout)).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsSaysSoAndLeavesNoLock() throws Exception {
        Path checkout = launches.checkout("broken");
        Files.writeString(checkout.resolve("broken"), "");
        Run run = launches.run(start(checkout));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("leadgen: the build has failed");
        assertThat(checkout.resolve("leadgen-dist/target/build.lock")).doesNotExist();
    }

    @Test
    void theLockOfAProcessThatIsGoneIsBroken() throws Exception {
        Path checkout = launches.checkout("left");
        Path lock = Files.createDirectories(checkout.resolve("leadgen-dist/target/build.lock"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

        assertThat(launches.run(start(checkout)).exitCode()).isZero();
        assertThat(launches.calls(checkout)).isEqualTo(1);
    }
}
