package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.ListOf;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import io.leadgen.runtime.yaml.TextFile;
import io.leadgen.runtime.yaml.YamlFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config.yml} says, checked as far as that is possible without asking a warehouse. Immutable; shows no secret in
 * {@link #toString()}.
 *
 * <p>Not checked here: whether files and columns exist, and whether {@code require} and row filters are predicates. The first
 * question about a table finds out, and is refused if not.
 *
 * @param auth null only for a warehouse that needs none
 * @param classes every class of callers by its name, those that the file does not mention too
 * @param ledgerMark absolute; where this machine notes how far the ledger has come
 * @param auditLog absolute
 * @param timeZone the zone of {@code current_date}
 * @param http how the server is reached over HTTP, if it is started so
 */
public record LeadgenConfig(
        WarehouseConfig warehouse,
        @Nullable AuthConfig auth,
        Scopes scopes,
        Limits limits,
        Observability observability,
        PrivacyPolicy privacy,
        Map<String, CallerClass> classes,
        LedgerUrl ledger,
        Path ledgerMark,
        Path auditLog,
        ZoneId timeZone,
        HttpConfig http) {
    /** A fresh clone has a config.yml whose variables are not set yet. */
    private static final String HINT = "to try leadgen on the built-in demo data, use --demo";

    private static final Pattern EMBEDDED = Pattern.compile("(?m)^[^#\\n]*\\bembedded\\b");

    public LeadgenConfig {
        classes = Map.copyOf(classes);
    }

    /**
     * Whether a file that cannot be loaded may be meant to serve files of this machine. In doubt, it is.
     *
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID if the file is no readable text
     */
    public static boolean mayServeFiles(Path file) {
        return EMBEDDED.matcher(TextFile.read(file)).find();
    }

    /** The configuration without a file: safe defaults, no table, state in the home folder. */
    public static LeadgenConfig defaults(LeadgenHome home) {
        return new Root(home).read(YamlFile.absent(home.within(Map.of()))).orElseThrow();
    }

    /**
     * The same with one file as the only table. Classes, principals, limits, ledger and audit log stay.
     *
     * @param unit what one person is in it
     */
    public LeadgenConfig serving(TableName table, Path file, PrivacyUnit unit) {
        TablePolicy declared = new TablePolicy(unit, null, null, null, Map.of());
        return new LeadgenConfig(
                new WarehouseConfig.Embedded(Map.of(table, file)),
                null,
                new Scopes(Map.of(table.catalog(), Set.of(table.schema()))),
                limits,
                observability,
                new PrivacyPolicy(privacy.defaultClass(), privacy.principals(), Map.of(table, declared)),
                classes,
                ledger,
                ledgerMark,
                auditLog,
                timeZone,
                http);
    }

    /**
     * Reads a file.
     *
     * @param environment the values of {@code ${NAME}}; {@code LEADGEN_HOME} need not be in it
     * @throws io.leadgen.error.LeadgenException CONFIG_INVALID with one line {@code file:line:column: message} for everything
     *     that is wrong in the file; no line holds a secret or a value from the environment
     */
    public static LeadgenConfig load(Path file, Map<String, String> environment) {
        return read(file, TextFile.read(file), environment, HINT);
    }

    /** As {@link #load}, from a text that may not be in the file yet. */
    static LeadgenConfig read(Path file, String text, Map<String, String> environment, String hint) {
        LeadgenHome home = LeadgenHome.of(environment);
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Root root = new Root(home);
        return YamlFile.read(
                file.toString(), folder == null ? absolute : folder, text, home.within(environment), hint, value -> {
                    if (!value.isPresent()) {
                        value.report("the file is empty; it needs at least the key warehouse");
                    }
                    return root.read(value);
                });
    }

    /** The file as a whole. */
    static final class Root extends Section<LeadgenConfig> {
        private final LeadgenHome home;
        private final Key<WarehouseConfig> warehouse = required(
                "warehouse",
                new WarehouseConfig.Databricks.Keys(Optional.empty()),
                "Where the tables are: a Databricks SQL warehouse, or files on this machine (embedded).");
        private final Key<AuthConfig> auth = conditional(
                "auth",
                new AuthConfig.Token.Keys(),
                "How leadgen authenticates to Databricks, with oauth or token. Embedded tables need none.");
        private final Key<Scopes> scopes = conditional(
                "scopes",
                new ScopesKeys(),
                "The catalogs and schemas that callers can see. The default for embedded tables is their schemas.");
        private final Key<Limits> limits = optional("limits", new Limits.Keys(), "What questions can use.");
        private final Key<Observability> observability =
                optional("observability", new Observability.Keys(), "What leadgen reports to its operator.");
        private final Key<PrivacySection.Privacy> privacy = optional(
                "privacy",
                new PrivacySection(Optional.empty()),
                "How far callers are trusted, and what you declare about tables.");
        private final Key<Map<Principal, Caller>> principals = optional(
                "principals",
                PrincipalSection.all(PrivacySection.STANDARD, CallerClass.UNTRUSTED),
                "Principals whose privacy budget is charged. Their names come from --as, or over HTTP from the token.");
        private final Key<Map<TableName, String>> rowFilters = optional(
                "row_filters",
                ConfigTypes.byTable(
                        SingleValue.text().withUserAttributes(),
                        "\"location = ${user.region}\"",
                        "main.poc_mcp.vw_customer360"),
                "For each table, a predicate that is added to every question with AND. ${user.NAME} is an attribute of the"
                        + " principal.");
        private final Key<Path> audit = optional("audit", new AuditKeys(), "The audit log.");
        private final Key<ZoneId> timeZone = defaulted(
                "time_zone",
                SingleValue.parsed(ZoneId::of, "a time zone such as UTC or Europe/Berlin")
                        .map(ZoneId::normalized),
                "UTC",
                "The time zone of current_date, such as Europe/Berlin.");
        private final Key<HttpConfig> server =
                optional("server", new HttpConfig.ServerKeys(), "How agents reach the MCP server.");

        Root(LeadgenHome home) {
            this.home = home;
        }

        @Override
        protected Map<String, Object> rules() {
            Map<String, Object> embedded = Map.of(
                    "properties", Map.of(warehouse.name(), Map.of("type", "object", "required", List.of("embedded"))));
            return Map.of("if", embedded, "else", Map.of("required", List.of(auth.name(), scopes.name())));
        }

        @Override
        protected LeadgenConfig build(Values values) {
            Optional<Scopes> declared = values.whole(scopes);
            WarehouseConfig place = values.find(warehouse, new WarehouseConfig.Databricks.Keys(declared))
                    .orElse(new WarehouseConfig.Embedded(Map.of()));
            if (values.has(warehouse) && !values.value(warehouse).has("embedded")) {
                values.require(auth);
                values.require(scopes);
            }
            Optional<Scopes> allowed = values.has(scopes)
                    ? declared
                    : values.whole(warehouse)
                            .filter(WarehouseConfig.Embedded.class::isInstance)
                            .map(embedded -> scopesOf((WarehouseConfig.Embedded) embedded));
            PrivacySection.Privacy privacySection = values.get(privacy, new PrivacySection(allowed));
            Map<Principal, Caller> callers = values.find(
                            principals, PrincipalSection.all(privacySection.classes(), privacySection.defaultClass()))
                    .orElse(Map.of());
            return new LeadgenConfig(
                    place,
                    values.orNull(auth),
                    allowed.orElse(new Scopes(Map.of())),
                    values.get(limits),
                    values.get(observability),
                    privacySection.policy(callers, values.find(rowFilters).orElse(Map.of())),
                    privacySection.classes(),
                    privacySection.ledger(),
                    home.ledgerMark(privacySection.ledger()),
                    values.get(audit),
                    values.get(timeZone),
                    values.get(server));
        }

        /** Just the schemas of some tables. */
        private static Scopes scopesOf(WarehouseConfig.Embedded embedded) {
            return new Scopes(embedded.tables().keySet().stream()
                    .collect(Collectors.groupingBy(
                            TableName::catalog, Collectors.mapping(TableName::schema, Collectors.toSet()))));
        }
    }

    /** {@code audit}. */
    private static final class AuditKeys extends Section<Path> {
        private final Key<Path> path = defaulted(
                "path",
                SingleValue.path(),
                "${" + LeadgenHome.VARIABLE + "}/audit.jsonl",
                "The file of the audit log, relative to this one.");

        @Override
        protected Path build(Values values) {
            return values.get(path);
        }
    }

    /** {@code scopes}. */
    private static final class ScopesKeys extends Section<Scopes> {
        private final Key<Map<String, Set<String>>> catalogs = required(
                "catalogs",
                MapOf.of(name("the name of one catalog (no pattern)"), "CATALOG", new CatalogKeys(), "", "main")
                        .atLeastOne("catalog"),
                "The catalogs by name.");

        @Override
        protected Scopes build(Values values) {
            return new Scopes(values.get(catalogs));
        }

        /** No pattern: an allow-list that grows with the catalog allows what nobody has checked. */
        private static SingleValue<String> name(String expected) {
            return SingleValue.matching("(?!\\s*$)[^*?%.`\\x00-\\x1F]{1,255}", expected);
        }

        /** One of {@code scopes.catalogs}. */
        private static final class CatalogKeys extends Section<Set<String>> {
            private final Key<List<String>> schemas = required(
                    "schemas",
                    ListOf.atLeastOne(name("the name of one schema (no catalog, no pattern)"), "schema"),
                    "[poc_mcp]",
                    "The schemas of the catalog by name.");

            @Override
            protected Set<String> build(Values values) {
                return Set.copyOf(values.get(schemas));
            }
        }
    }
}
