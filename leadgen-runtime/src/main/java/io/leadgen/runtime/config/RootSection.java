package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file as a whole. */
final class RootSection {
    enum Key implements YamlKey {
        WAREHOUSE,
        AUTH,
        SCOPES,
        LIMITS,
        OBSERVABILITY,
        PRIVACY,
        PRINCIPALS,
        ROW_FILTERS,
        AUDIT,
        TIME_ZONE,
        SERVER;

        @Override
        public boolean secret() {
            return this == AUTH;
        }
    }

    private final LeadgenHome home;
    private final Path folder;

    /**
     * @param folder where relative paths of the file start
     */
    RootSection(LeadgenHome home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** The configuration; of use only if no problem was reported on the way. */
    LeadgenConfig read(YamlValue file) {
        if (!file.isPresent()) {
            file.report("the file is empty; it needs at least the key warehouse");
        }
        YamlMapping<Key> root = file.mapping(Key.class);
        PathReader paths = new PathReader(folder);
        Optional<Scopes> declared = ScopesSection.read(root.get(Key.SCOPES));
        WarehouseConfig warehouse =
                new WarehouseSection(paths, new TableReader(declared)).read(root.required(Key.WAREHOUSE));
        Optional<Scopes> scopes = declared.or(() -> impliedScopes(root, warehouse));
        TableReader tables = new TableReader(scopes);
        PrivacySection privacy = PrivacySection.read(root.get(Key.PRIVACY), tables, paths);
        Map<Principal, Caller> principals =
                PrincipalsSection.read(root.get(Key.PRINCIPALS), privacy.classes(), privacy.defaultClass());
        LedgerUrl ledger = privacy.ledger().orElseGet(home::ledger);
        return new LeadgenConfig(
                warehouse,
                auth(root, warehouse),
                scopes.orElse(new Scopes(Map.of())),
                LimitsSection.read(root.get(Key.LIMITS)),
                ObservabilitySection.read(root.get(Key.OBSERVABILITY)),
                privacy.policy(principals, rowFilters(root.get(Key.ROW_FILTERS))),
                privacy.classes(),
                ledger,
                home.ledgerMark(ledger),
                AuditSection.read(root.get(Key.AUDIT), paths).orElseGet(home::auditLog),
                timeZone(root.get(Key.TIME_ZONE)).orElse(ZoneOffset.UTC),
                new HttpSection(paths).read(root.get(Key.SERVER)));
    }

    /** Tables on this machine are listed one by one, which says what is in scope; a shared warehouse needs the list. */
    private static Optional<Scopes> impliedScopes(YamlMapping<Key> root, WarehouseConfig warehouse) {
        if (root.has(Key.SCOPES)) {
            return Optional.empty();
        }
        if (warehouse instanceof WarehouseConfig.Embedded embedded) {
            return Optional.of(scopesOf(embedded.tables().keySet()));
        }
        if (root.has(Key.WAREHOUSE)) {
            root.required(Key.SCOPES);
        }
        return Optional.empty();
    }

    /** Just the schemas that some tables are in. */
    private static Scopes scopesOf(Set<TableName> tables) {
        Map<String, Set<String>> schemas = new HashMap<>();
        tables.forEach(table -> schemas.computeIfAbsent(table.catalog(), catalog -> new HashSet<>())
                .add(table.schema()));
        return new Scopes(schemas);
    }

    private static @Nullable AuthConfig auth(YamlMapping<Key> root, WarehouseConfig warehouse) {
        boolean needed = root.has(Key.WAREHOUSE) && warehouse instanceof WarehouseConfig.Databricks;
        return AuthSection.read(needed ? root.required(Key.AUTH) : root.get(Key.AUTH))
                .orElse(null);
    }

    private static Optional<ZoneId> timeZone(YamlValue value) {
        return value.parsed(ZoneId::of, "a time zone such as UTC or Europe/Berlin");
    }

    /** A filter may be there before its schema is in scope: nobody sees the table without it. */
    private static Map<TableName, String> rowFilters(YamlValue section) {
        Map<TableName, String> filters = new LinkedHashMap<>();
        new TableReader(Optional.empty())
                .read(section)
                .forEach((table, value) ->
                        value.textWithUserAttributes().ifPresent(filter -> filters.put(table, filter)));
        return filters;
    }
}
