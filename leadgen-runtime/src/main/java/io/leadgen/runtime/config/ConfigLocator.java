package io.leadgen.runtime.config;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration file: {@code --config}, else {@code $LEADGEN_CONFIG}, else {@code ./config.yml}, else
 * {@code $LEADGEN_HOME/config.yml}. A file that was named must exist; nothing else is taken in its place.
 */
public final class ConfigLocator {
    /** The variable that names a configuration file. */
    public static final String VARIABLE = "LEADGEN_CONFIG";

    private static final String FILE_NAME = "config.yml";

    private ConfigLocator() {}

    /**
     * The configuration file.
     *
     * @param option what was given with {@code --config}, or null
     * @param workingDirectory where {@code ./config.yml} is looked for
     * @throws LeadgenException CONFIG_INVALID if there is none; the message shows both ways to start
     */
    public static Path locate(@Nullable Path option, Map<String, String> environment, Path workingDirectory) {
        return find(option, environment, workingDirectory).orElseThrow(() -> nothingFound(home(environment)));
    }

    /**
     * The configuration file, if there is one.
     *
     * @throws LeadgenException CONFIG_INVALID if one is named that does not exist
     */
    public static Optional<Path> find(@Nullable Path option, Map<String, String> environment, Path workingDirectory) {
        if (option != null) {
            return Optional.of(named(option, "--config"));
        }
        if (isNamed(environment)) {
            try {
                return Optional.of(named(Path.of(environment.getOrDefault(VARIABLE, "")), "$" + VARIABLE));
            } catch (InvalidPathException e) {
                throw LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, "$" + VARIABLE + " is not a path", e);
            }
        }
        return Stream.of(workingDirectory.resolve(FILE_NAME), home(environment))
                .filter(Files::exists)
                .findFirst();
    }

    /** Whether the environment names one. */
    public static boolean isNamed(Map<String, String> environment) {
        return !environment.getOrDefault(VARIABLE, "").isBlank();
    }

    private static Path home(Map<String, String> environment) {
        return LeadgenHome.of(environment).path().resolve(FILE_NAME);
    }

    private static Path named(Path file, String by) {
        if (!Files.exists(file)) {
            throw LeadgenException.of(ErrorCode.CONFIG_INVALID, file + ": there is no such file (named by " + by + ")");
        }
        return file;
    }

    private static LeadgenException nothingFound(Path home) {
        String message = """
                There is no configuration: neither --config nor $LEADGEN_CONFIG names a file, and neither ./config.yml nor \
                %s exists. There are two ways to start:

                1. Look around on generated data, with nothing to set up:

                     leadgen --demo count main.leads.customer_360 --where "age > 25"

                2. Write a config.yml. For files on this machine:

                %s
                   or for Databricks:

                %s""".formatted(
                        home,
                        MinimalExamples.EMBEDDED.indent(5),
                        MinimalExamples.DATABRICKS.indent(5).stripTrailing());
        return LeadgenException.of(
                ErrorCode.CONFIG_INVALID,
                message,
                "start with --demo, or name a file with --config; a Parquet or CSV file is asked about by its path alone");
    }
}
