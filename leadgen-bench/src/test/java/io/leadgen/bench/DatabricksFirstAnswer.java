package io.leadgen.bench;

import io.leadgen.fixture.TemporaryFolder;
import io.leadgen.tests.databricks.DatabricksEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command as a whole process, from the shell to its first answer from Databricks: Java's start, log-in by OAuth through a
 * proxy, the session, the table's description, the count, the ledger and the audit log on the disk, and the session's end. The
 * emulator runs in this process and takes no time of its own.
 *
 * <p>Run at the top of the checkout, after {@code bin/leadgen --version}, which builds the command. Arguments: runs (default 10).
 */
public final class DatabricksFirstAnswer {
    private static final double SECONDS = 3;

    private DatabricksFirstAnswer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        try (TemporaryFolder home = TemporaryFolder.create("leadgen-databricks");
                DatabricksEmulator emulator = EmulatedCustomers.start()) {
            Path config = Files.writeString(
                    home.path().resolve("config.yml"),
                    emulator.configYaml() + "scopes: {catalogs: {main: {schemas: [leads]}}}\n");
            measure(config, home.path(), runs);
        }
    }

    private static void measure(Path config, Path home, int runs) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("LEADGEN_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"));
        // Makes the archive of loaded classes, once.
        double seconds =
                ProcessRun.timed(List.of("bin/leadgen", "--help"), environment).nanos() / 1e9;
        System.out.printf(Locale.ROOT, "--help, first use    %.1f s%n", seconds);
        Durations times = new Durations();
        for (int run = 0; run < runs; run++) {
            // Another question each time, as the ledger keeps answers.
            List<String> command = List.of(
                    "bin/leadgen",
                    "--config",
                    config.toString(),
                    "count",
                    CustomersFiles.TABLE.toString(),
                    "--where",
                    "age > " + (run + 5));
            times.addNanos(ProcessRun.timed(command, environment).nanos());
        }
        long peak = ProcessRun.watched(
                        List.of("bin/leadgen", "--config", config.toString(), "count", CustomersFiles.TABLE.toString()),
                        environment)
                .peakKiB();
        System.out.printf(
                Locale.ROOT,
                "count on Databricks  %s  peak %d MiB | allowed %.0f s: %s%n",
                times,
                peak / 1024,
                SECONDS,
                times.median() <= 1000 * SECONDS ? "met" : "NOT met");
    }
}
