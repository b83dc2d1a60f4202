package io.leadgen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whole processes, as a user starts them at a shell: the command, at first use and later, and next to it the smallest program
 * that asks DuckDB the same.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen --version}, which builds the command. Arguments: runs to count
 * (default 10), then homes of Javas (default: the one that runs this).
 */
public record ColdStart(int runs, Path javaHome, Path leadgenHome) {
    private static final String TABLE = "main.leads.customer_360";
    private static final List<String> VERSION = List.of("bin/leadgen", "--version");
    private static final List<String> CHECK =
            List.of("bin/leadgen", "--demo", "check", TABLE, "--where", LeadgenCount.CONDITION);
    private static final List<String> COUNT =
            List.of("bin/leadgen", "--demo", "count", TABLE, "--where", LeadgenCount.CONDITION);

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessRun.withEachJava(args, 10, (runs, home, folder) -> new ColdStart(runs, home, folder).measure());
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", javaHome.toString(), "LEADGEN_HOME", leadgenHome.toString());
    }

    private void measure() throws IOException, InterruptedException {
        System.out.println(release() + ", " + runs + " runs");
        ProcessRun first = ProcessRun.watched(COUNT, environment());
        System.out.printf(
                Locale.ROOT, "  count, first use   %.1f s  peak %d MiB%n", first.nanos() / 1e9, first.peakKiB() / 1024);
        alone("--version       ", VERSION);
        alone("--demo check    ", CHECK);
        compare("--demo count    ", COUNT, "bare DuckDB     ", bare());
    }

    private void alone(String title, List<String> command) throws IOException, InterruptedException {
        Durations times = new Durations();
        for (int run = 0; run < runs; run++) {
            times.addNanos(ProcessRun.timed(command, environment()).nanos());
        }
        print(title, command, times);
    }

    private void compare(String title, List<String> command, String otherTitle, List<String> other)
            throws IOException, InterruptedException {
        Durations times = new Durations();
        Durations otherTimes = new Durations();
        for (int run = 0; run < runs; run++) {
            times.addNanos(ProcessRun.timed(command, environment()).nanos());
            otherTimes.addNanos(ProcessRun.timed(other, environment()).nanos());
        }
        print(title, command, times);
        print(otherTitle, other, otherTimes);
        System.out.printf(
                Locale.ROOT,
                "  count / bare       pair by pair: ratio %.2f, difference %.0f ms%n",
                times.medianRatioTo(otherTimes),
                times.medianDifferenceTo(otherTimes));
    }

    private void print(String title, List<String> command, Durations times) throws IOException, InterruptedException {
        long peak = 0;
        for (int run = 0; run < 3; run++) {
            peak = Math.max(peak, ProcessRun.watched(command, environment()).peakKiB());
        }
        System.out.printf(Locale.ROOT, "  %s   %s  peak %d MiB%n", title, times, peak / 1024);
    }

    /** The same Java with the same options over the same file; the driver is the command's, which unpacks nothing. */
    private List<String> bare() throws IOException {
        Path parquet = find(leadgenHome.resolve("demo"), "customer_360.parquet");
        Path driver = find(Path.of("leadgen-dist/target/app/lib"), "duckdb_jdbc-");
        String self = ColdStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                driver + System.getProperty("path.separator") + self,
                BareCount.class.getName(),
                parquet.toString(),
                LeadgenCount.CONDITION);
    }

    private static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + folder));
        }
    }

    private String release() throws IOException {
        try (Stream<String> lines = Files.lines(javaHome.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElse("unknown Java");
        }
    }
}
