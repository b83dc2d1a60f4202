package io.leadgen.runtime.config;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.config.key.ExampleFile;
import io.leadgen.runtime.config.key.Literal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A first {@code config.yml}: the user's answers, the defaults, and commented examples. It holds no secret, only the names of
 * environment variables.
 *
 * @param scopes the schemas that callers can see
 * @param units the column that identifies a person, by table
 */
public record ConfigDraft(Place place, List<Schema> scopes, Map<TableName, ColumnName> units) {

    /** A catalog and a schema in it. */
    public record Schema(String catalog, String schema) {}

    /** Where the tables are. */
    public sealed interface Place {
        /** A Databricks SQL warehouse. */
        record Databricks(String host, String httpPath, Login login) implements Place {}

        /** Files on this machine. */
        record Files(Map<TableName, String> tables) implements Place {
            public Files {
                tables = new LinkedHashMap<>(tables);
            }
        }
    }

    /** How the service authenticates to the workspace. */
    public enum Login {
        /** As a service principal. */
        OAUTH,
        /** With a personal access token. */
        TOKEN
    }

    private static final String HEADER = """
            # Written by leadgen init. Check it with: leadgen doctor
            # ${NAME} comes from the environment; keep secrets there. docs/reference/configuration.md describes every key.

            """;
    private static final String PROPOSALS = """

            # Values that were found in the files, each shared by many people. Groups by declared values cost less, and show all
            # values. Declare what is complete and may be known, under privacy.tables:
            """;
    private static final Map<String, String> SOME_ENVIRONMENT =
            Map.of("DATABRICKS_CLIENT_ID", "id", "DATABRICKS_CLIENT_SECRET", "secret", "DATABRICKS_TOKEN", "token");
    /** What a first file does without. */
    private static final Set<String> HIDDEN = Set.of(
            "observability",
            "privacy.ledger",
            "privacy.classes",
            "principals",
            "row_filters",
            "audit",
            "time_zone",
            "server");

    public ConfigDraft {
        requireNonNull(place, "place");
        scopes = List.copyOf(scopes);
        units = new LinkedHashMap<>(units);
    }

    /** The file. */
    public String text() {
        Map<String, Object> given = new LinkedHashMap<>();
        if (place instanceof Place.Databricks databricks) {
            given.put("warehouse", Map.of("host", databricks.host(), "http_path", databricks.httpPath()));
            given.put("auth", login(databricks));
            given.put("scopes", Map.of("catalogs", catalogs()));
        } else {
            Map<String, String> tables = new LinkedHashMap<>();
            ((Place.Files) place).tables().forEach((table, path) -> tables.put(table.toString(), path));
            given.put("warehouse", Map.of("embedded", Map.of("tables", tables)));
        }
        if (!units.isEmpty()) {
            Map<String, Object> tables = new LinkedHashMap<>();
            units.forEach((table, unit) -> tables.put(table.toString(), Map.of("unit", unit.value())));
            given.put("privacy", Map.of("tables", tables));
        }
        LeadgenConfig.Root root = new LeadgenConfig.Root(LeadgenHome.of(Map.of()));
        return HEADER + ExampleFile.of(root, given, this::isShown);
    }

    /**
     * What the file says.
     *
     * @param file where it will be
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID if the answers make no configuration, with positions in the
     *     file that it would be
     */
    public LeadgenConfig config(Path file) {
        return LeadgenConfig.read(file, text(), SOME_ENVIRONMENT, "answer again");
    }

    /**
     * Lines for the end of the file, which propose values to declare. They are comments, because the owner has to decide.
     *
     * @param values by table and column, as they were found; a table without any is left out
     */
    public static String proposals(Map<TableName, Map<ColumnName, List<String>>> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((table, columns) -> {
            if (!columns.isEmpty()) {
                text.append(text.isEmpty() ? PROPOSALS : "")
                        .append("#   ")
                        .append(table)
                        .append(":\n#     columns:\n");
                columns.forEach((column, found) -> text.append("#       ")
                        .append(Literal.scalar(column.value()))
                        .append(": {values: ")
                        .append(Literal.list(found))
                        .append("}\n"));
            }
        });
        return text.toString();
    }

    private boolean isShown(String path) {
        if (path.startsWith("warehouse.")) {
            String key = path.split("\\.", -1)[1];
            return new WarehouseConfig.Databricks.Keys(Optional.empty()).isForFiles(key)
                    == place instanceof Place.Files;
        }
        return !HIDDEN.contains(path) && !(path.equals("auth.token") && login() != Login.TOKEN);
    }

    private @Nullable Login login() {
        return place instanceof Place.Databricks databricks ? databricks.login() : null;
    }

    private static Map<String, Object> login(Place.Databricks databricks) {
        if (databricks.login() == Login.TOKEN) {
            return Map.of("token", "${DATABRICKS_TOKEN}");
        }
        String host = databricks.host().replaceFirst("^https://", "").replaceFirst("/$", "");
        return Map.of(
                "oauth",
                Map.of(
                        "client_id", "${DATABRICKS_CLIENT_ID}",
                        "client_secret", "${DATABRICKS_CLIENT_SECRET}",
                        "token_url", "https://" + host + "/oidc/v1/token"));
    }

    private Map<String, Object> catalogs() {
        Map<String, Set<String>> schemas = new TreeMap<>();
        scopes.forEach(scope -> schemas.computeIfAbsent(scope.catalog(), name -> new TreeSet<>())
                .add(scope.schema()));
        Map<String, Object> catalogs = new LinkedHashMap<>();
        schemas.forEach((catalog, names) -> catalogs.put(catalog, Map.of("schemas", List.copyOf(names))));
        return catalogs;
    }

    /** The environment variables that must be set before the file can be used. */
    public List<String> variables() {
        if (login() == null) {
            return List.of();
        }
        return login() == Login.TOKEN
                ? List.of("DATABRICKS_TOKEN")
                : List.of("DATABRICKS_CLIENT_ID", "DATABRICKS_CLIENT_SECRET");
    }
}
