package io.leadgen.runtime.config;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
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
        if (option != null) {
            return named(option, "--config");
        }
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isBlank()) {
            try {
                return named(Path.of(variable), "$" + VARIABLE);
            } catch (InvalidPathException e) {
                throw LeadgenException.causedBy(ErrorCode.CONFIG_INVALID, "$" + VARIABLE + " is not a path", e);
            }
        }
        Path here = workingDirectory.resolve(FILE_NAME);
        if (Files.exists(here)) {
            return here;
        }
        Path home = LeadgenHome.of(environment).path().resolve(FILE_NAME);
        if (Files.exists(home)) {
            return home;
        }
        throw nothingFound(home);
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
                ErrorCode.CONFIG_INVALID, message, "start with --demo, or name a file with --config");
    }
}
