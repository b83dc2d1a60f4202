package io.leadgen.runtime.config;

import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code privacy}.
 *
 * @param ledger where budgets are kept, if the file says so
 * @param classes every class by its name, those that the file does not mention too
 */
record PrivacySection(
        Optional<LedgerUrl> ledger,
        CallerClass defaultClass,
        Map<String, CallerClass> classes,
        Map<TableName, TablePolicy> tables) {
    enum Key implements YamlKey {
        LEDGER,
        DEFAULT_CLASS,
        CLASSES,
        TABLES;

        @Override
        public boolean secret() {
            return this == LEDGER; // a JDBC URL can hold a password
        }
    }

    static PrivacySection read(YamlValue value, TableReader tables, PathReader paths) {
        YamlMapping<Key> privacy = value.mapping(Key.class);
        Map<String, CallerClass> classes = classes(privacy.get(Key.CLASSES));
        return new PrivacySection(
                privacy.get(Key.LEDGER).parsed(LedgerUrl::new, "a URL jdbc:sqlite:... or jdbc:postgresql:..."),
                privacy.get(Key.DEFAULT_CLASS).oneOf(classes).orElse(untrusted(classes)),
                classes,
                tables(tables.read(privacy.get(Key.TABLES)), paths));
    }

    /** @param rowFilters by table, also for tables about which nothing else is said */
    PrivacyPolicy policy(Map<Principal, Caller> principals, Map<TableName, String> rowFilters) {
        Map<TableName, TablePolicy> filtered = new LinkedHashMap<>(tables);
        rowFilters.forEach((table, filter) ->
                filtered.put(table, tables.getOrDefault(table, TablePolicy.NONE).withRowFilter(filter)));
        return new PrivacyPolicy(defaultClass, principals, filtered);
    }

    private static Map<String, CallerClass> classes(YamlValue value) {
        Map<String, CallerClass> classes = new LinkedHashMap<>();
        classes.put(CallerClass.UNTRUSTED.name(), CallerClass.UNTRUSTED);
        classes.put(CallerClass.TRUSTED.name(), CallerClass.TRUSTED);
        for (YamlEntry entry : value.entries()) {
            entry.key()
                    .name(ClassSection::name, "a name of letters, digits, '-' and '_'")
                    .ifPresent(name -> classes.put(
                            name,
                            ClassSection.read(name, entry.value(), classes.getOrDefault(name, CallerClass.UNTRUSTED))));
        }
        return classes;
    }

    private static CallerClass untrusted(Map<String, CallerClass> classes) {
        return classes.getOrDefault(CallerClass.UNTRUSTED.name(), CallerClass.UNTRUSTED);
    }

    private static Map<TableName, TablePolicy> tables(Map<TableName, YamlValue> values, PathReader paths) {
        Map<TableName, TablePolicy> tables = new LinkedHashMap<>();
        values.forEach((table, value) -> tables.put(table, TableSection.read(value, paths)));
        return tables;
    }
}
