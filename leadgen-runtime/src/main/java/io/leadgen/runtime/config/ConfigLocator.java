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
 * {@code $LEADGEN_HOME/config.yml}. A named file must exist; no other file replaces it.
 */
public final class ConfigLocator {
    /** The variable that names a configuration file. */
    public static final String VARIABLE = "LEADGEN_CONFIG";

    private static final String FILE_NAME = "config.yml";

    /** The shortest file that works for files on this machine. */
    static final String EMBEDDED = """
            warehouse:
              embedded:
                tables:
                  main.leads.customers: customers.parquet
            """;

    /** The shortest file that works for Databricks. */
    static final String DATABRICKS = """
            warehouse:
              host: ${DATABRICKS_HOST}
              http_path: ${DATABRICKS_HTTP_PATH}
            auth:
              token: ${DATABRICKS_TOKEN}
            scopes:
              catalogs:
                main:
                  schemas:
                    - leads
            """;

    private ConfigLocator() {}

    /**
     * The configuration file.
     *
     * @param option the value of {@code --config}, or null
     * @param workingDirectory the folder of {@code ./config.yml}
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

    /** Whether the environment names a configuration file. */
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
        String message =
                """
                There is no configuration: --config and $LEADGEN_CONFIG name no file, and neither ./config.yml nor \
                %s exists. There are two ways to start:

                1. Try the built-in demo data:

                     leadgen --demo count main.leads.customer_360 --where "age > 25"

                2. Write a config.yml. For files on this machine:

                %s
                   or for Databricks:

                %s""".formatted(home, EMBEDDED.indent(5), DATABRICKS.indent(5).stripTrailing());
        return LeadgenException.of(
                ErrorCode.CONFIG_INVALID,
                message,
                "use --demo or --config FILE; or query a Parquet or CSV file by its path, without a configuration");
    }
}
