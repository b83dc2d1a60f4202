package io.leadgen.runtime.demo;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.demo.DemoResources.DemoTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.duckdb.DuckDBDriver;

/**
 * The demo's files in {@code $LEADGEN_HOME/demo}. They are created at first use and are equal on every machine. The demo is an
 * ordinary configuration over Parquet files, so you can start your own from it.
 */
public final class DemoFiles {
    private static final String CONFIG = "config.yml";
    /** Limits the memory of generation to about that of a question. */
    private static final List<String> SETTINGS = List.of("SET memory_limit='256MB'", "SET threads=1");

    private DemoFiles() {}

    /**
     * Creates missing files. Threads and processes can call it concurrently: one creates the files, the others wait.
     *
     * @param progress gets a line for each step that takes time
     * @return the demo's configuration file
     * @throws LeadgenException CONFIG_INVALID if the folder is not writable
     */
    public static synchronized Path prepare(LeadgenHome home, Consumer<String> progress) {
        Path folder = folder(home);
        Path config = folder.resolve(CONFIG);
        if (exist(home)) {
            return config;
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !exist(home)) {
                    generateAll(folder, progress);
                }
            }
            return config;
        } catch (IOException | SQLException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "Cannot create the demo files in " + folder,
                    "the folder must be writable and have 200 MB free",
                    e);
        }
    }

    /** True if all files exist. */
    public static boolean exist(LeadgenHome home) {
        return Files.exists(folder(home).resolve(CONFIG));
    }

    private static Path folder(LeadgenHome home) {
        return home.path().resolve("demo").resolve(DemoResources.version());
    }

    public static Map<TableName, Map<ColumnName, String>> columnComments() {
        return DemoResources.columnComments();
    }

    private static void generateAll(Path folder, Consumer<String> progress) throws IOException, SQLException {
        progress.accept("Creating the demo data in " + folder + " (once)");
        StringBuilder config =
                new StringBuilder(DemoResources.text(CONFIG)).append("\nwarehouse:\n  embedded:\n    tables:\n");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (DemoTable table : DemoResources.tables()) {
                long started = System.nanoTime();
                String file = table.stem() + ".parquet";
                if (table.isGenerated()) {
                    generate(table, folder, file, statement);
                    Duration took = Duration.ofNanos(System.nanoTime() - started);
                    progress.accept(String.format(Locale.ROOT, "  %s  %.1f s", table.name(), took.toMillis() / 1000.0));
                } else {
                    place(folder, file, temporary -> Files.write(temporary, DemoResources.bytes(table.file())));
                }
                config.append("      ")
                        .append(table.name())
                        .append(": ")
                        .append(file)
                        .append('\n');
            }
        }
        place(
                folder,
                DemoResources.DICTIONARY,
                temporary -> Files.write(temporary, DemoResources.bytes(DemoResources.DICTIONARY)));
        // The configuration is written last: if it exists, everything exists.
        place(folder, CONFIG, temporary -> Files.writeString(temporary, config));
    }

    private static void generate(DemoTable table, Path folder, String file, Statement statement)
            throws IOException, SQLException {
        if (table.reads() != null) {
            statement.execute("CREATE OR REPLACE VIEW " + table.reads() + " AS SELECT * FROM read_parquet("
                    + text(folder.resolve(table.reads() + ".parquet")) + ")");
        }
        place(
                folder,
                file,
                temporary -> statement.execute("COPY (\n" + DemoResources.text(table.file()) + "\n) TO "
                        + text(temporary) + " (FORMAT parquet, COMPRESSION zstd)"));
    }

    private static void place(Path folder, String name, Writer writer) throws IOException, SQLException {
        Path temporary = folder.resolve(name + ".new");
        writer.write(temporary);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private interface Writer {
        void write(Path file) throws IOException, SQLException;
    }
}
