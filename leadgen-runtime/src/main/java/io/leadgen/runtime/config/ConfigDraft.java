package io.leadgen.runtime.config;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.yaml.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Somebody's first {@code config.yml}: what they said in place, and what else they will want in comments. Holds no secret: it
 * names the variables that do.
 *
 * @param scopes the schemas that callers may ask about
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

    /** How a service shows the workspace who it is. */
    public enum Login {
        /** As a service principal. */
        OAUTH,
        /** With a personal access token. */
        TOKEN
    }

    private static final Map<String, String> SOME_ENVIRONMENT =
            Map.of("DATABRICKS_CLIENT_ID", "id", "DATABRICKS_CLIENT_SECRET", "secret", "DATABRICKS_TOKEN", "token");

    public ConfigDraft {
        requireNonNull(place, "place");
        scopes = List.copyOf(scopes);
        units = new LinkedHashMap<>(units);
    }

    /**
     * The file.
     *
     * @param file where it will be, for messages
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID if what was said makes no configuration, with the places in the
     *     file that it would be
     */
    public String text(Path file) {
        StringBuilder text = new StringBuilder();
        text.append("# Written by leadgen init. leadgen doctor looks whether it works.\n");
        text.append("# ${NAME} comes from the environment; secrets belong there.\n\n");
        if (place instanceof Place.Databricks databricks) {
            append(text, databricks);
        } else {
            append(text, (Place.Files) place);
        }
        text.append("limits:\n  query_timeout_seconds: 60\n  max_concurrent_queries: 5\n\n");
        text.append("privacy:\n");
        text.append(
                "  # The class of every caller who is not listed under principals; trusted is for people of the house.\n");
        text.append("  default_class: untrusted\n");
        appendTables(text);
        LeadgenHome home = LeadgenHome.of(Map.of(LeadgenHome.VARIABLE, "."));
        RootSection root = new RootSection(home, Path.of("").toAbsolutePath()); // no path is followed
        YamlFile.read(file.toString(), text.toString(), home.within(SOME_ENVIRONMENT), "answer again", root::read);
        return text.toString();
    }

    /** The variables that have to be set before the file can be used. */
    public List<String> variables() {
        if (!(place instanceof Place.Databricks databricks)) {
            return List.of();
        }
        return databricks.login() == Login.TOKEN
                ? List.of("DATABRICKS_TOKEN")
                : List.of("DATABRICKS_CLIENT_ID", "DATABRICKS_CLIENT_SECRET");
    }

    private void append(StringBuilder text, Place.Databricks databricks) {
        text.append("warehouse:\n");
        text.append("  host: ").append(scalar(databricks.host())).append('\n');
        text.append("  http_path: ").append(scalar(databricks.httpPath())).append('\n');
        text.append("  # In a corporate network:\n");
        text.append("  # proxy: {host: proxy.example.com, port: 8080}\n");
        text.append("  # trust_store: {path: corporate-ca.p12, password: \"${TRUST_STORE_PASSWORD}\", type: PKCS12}\n");
        text.append("auth:\n");
        if (databricks.login() == Login.TOKEN) {
            text.append("  token: ${DATABRICKS_TOKEN}\n");
        } else {
            String host = databricks.host().replaceFirst("^https://", "").replaceFirst("/$", "");
            text.append("  oauth:\n");
            text.append("    client_id: ${DATABRICKS_CLIENT_ID}\n");
            text.append("    client_secret: ${DATABRICKS_CLIENT_SECRET}\n");
            text.append("    token_url: ")
                    .append(scalar("https://" + host + "/oidc/v1/token"))
                    .append('\n');
        }
        Map<String, TreeSet<String>> schemas = new TreeMap<>();
        scopes.forEach(scope -> schemas.computeIfAbsent(scope.catalog(), name -> new TreeSet<>())
                .add(scope.schema()));
        text.append("scopes:                      # what callers may see; nothing else exists for them\n  catalogs:\n");
        schemas.forEach((catalog, names) -> {
            text.append("    ").append(scalar(catalog)).append(":\n      schemas:\n");
            names.forEach(name -> text.append("        - ").append(scalar(name)).append('\n'));
        });
        text.append('\n');
    }

    private static void append(StringBuilder text, Place.Files files) {
        text.append(
                "warehouse:\n  embedded:\n    tables:            # Parquet, CSV or .duckdb, relative to this file\n");
        files.tables()
                .forEach((table, file) -> text.append("      ")
                        .append(scalar(table.toString()))
                        .append(": ")
                        .append(scalar(file))
                        .append('\n'));
        text.append('\n');
    }

    private void appendTables(StringBuilder text) {
        if (units.isEmpty()) {
            text.append("  # A table that is not listed has no unit: each of its rows is taken for a person.\n");
            text.append("  # tables:\n  #   main.leads.customers:\n  #     unit: customer_id\n");
            return;
        }
        text.append("  tables:\n");
        units.forEach((table, unit) -> {
            text.append("    ").append(scalar(table.toString())).append(":\n");
            text.append("      unit: ")
                    .append(scalar(unit.value()))
                    .append("   # the column that identifies a person\n");
            text.append("      # rows_are_people: true            # if you know that each person has one row\n");
            text.append("      # require: \"consent = TRUE\"        # AND-ed to every question\n");
            text.append("      # columns:\n");
            text.append("      #   income: {bounds: [0, 200000]}  # one person's value is clamped to this\n");
            text.append("      #   level: {values: [low, high]}   # what segments and profiles may name\n");
        });
    }

    /** Quoted where YAML would read something else: JSON's strings are YAML's. */
    private static String scalar(String value) {
        return value.matches("[A-Za-z/][A-Za-z0-9_./-]*") && !value.matches("(?i)true|false|null|yes|no|on|off|y|n")
                ? value
                : JsonText.compact(value);
    }
}
