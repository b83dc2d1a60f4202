package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.Section;
import io.leadgen.runtime.config.key.SingleValue;
import io.leadgen.runtime.config.key.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code privacy}. */
final class PrivacySection extends Section<PrivacySection.Privacy> {
    /** The classes that exist without being declared. */
    static final Map<String, CallerClass> STANDARD = named(CallerClass.UNTRUSTED, CallerClass.TRUSTED);
    /** The classes that have defaults of their own. */
    private static final Map<String, CallerClass> BASES =
            named(CallerClass.UNTRUSTED, CallerClass.TRUSTED, CallerClass.ANALYST);

    private final Key<LedgerUrl> ledger = defaulted(
            "ledger",
            // A JDBC URL can hold a password.
            SingleValue.parsed(LedgerUrl::new, "a URL jdbc:sqlite:... or jdbc:postgresql:...")
                    .secret(),
            LedgerUrl.DEFAULT,
            "The JDBC URL of the budget ledger: jdbc:sqlite:..., or jdbc:postgresql:... for servers that share budgets.");
    private final Key<CallerClass> defaultClass = defaulted(
            "default_class",
            SingleValue.oneOf(STANDARD),
            CallerClass.UNTRUSTED.name(),
            "The class of every principal that is not in principals: untrusted, trusted or a class of your own.");
    private final Key<Map<String, CallerClass>> classes = optional(
            "classes",
            new MapOf<>(
                    SingleValue.matching("[A-Za-z][A-Za-z0-9_-]{0,63}", "a name of letters, digits, '-' and '_'"),
                    "CLASS",
                    name -> ClassSection.of(name, BASES.getOrDefault(name, CallerClass.UNTRUSTED)),
                    "",
                    List.copyOf(BASES.keySet()),
                    "",
                    name -> Optional.empty()),
            "Classes of callers: untrusted, trusted, analyst and your own. analyst is between the two, and exists only if it"
                    + " is written here: {analyst: {}}. A new class has the defaults of untrusted.");
    private final Key<Map<TableName, TablePolicy>> tables;

    /** @param scopes what every table must be in; empty if it can be any */
    PrivacySection(Optional<Scopes> scopes) {
        tables = optional(
                "tables",
                ConfigTypes.byTable(new TableSection(), "", "main.poc_mcp.vw_customer360")
                        .unless(table -> ConfigTypes.outOfScope(scopes, table)),
                "What you declare about tables: in each, what one person is, by unit, rows_are_people or public. Untrusted"
                        + " callers get no answer about other tables.");
    }

    /** @param classes every class by its name, those that the file does not mention too */
    record Privacy(
            LedgerUrl ledger,
            CallerClass defaultClass,
            Map<String, CallerClass> classes,
            Map<TableName, TablePolicy> tables) {
        /** @param rowFilters by table, also for tables that are not declared */
        PrivacyPolicy policy(Map<Principal, Caller> principals, Map<TableName, String> rowFilters) {
            Map<TableName, TablePolicy> filtered = new LinkedHashMap<>(tables);
            rowFilters.forEach((table, filter) -> filtered.put(
                    table, tables.getOrDefault(table, TablePolicy.NONE).withRowFilter(filter)));
            return new PrivacyPolicy(defaultClass, principals, filtered);
        }
    }

    private static Map<String, CallerClass> named(CallerClass... classes) {
        Map<String, CallerClass> named = new LinkedHashMap<>();
        for (CallerClass each : classes) {
            named.put(each.name(), each);
        }
        return named;
    }

    @Override
    protected Privacy build(Values values) {
        Map<String, CallerClass> all = new LinkedHashMap<>(STANDARD);
        values.find(classes).ifPresent(all::putAll);
        return new Privacy(
                values.get(ledger),
                values.get(defaultClass, SingleValue.oneOf(all)),
                all,
                values.find(tables).orElse(Map.of()));
    }
}
