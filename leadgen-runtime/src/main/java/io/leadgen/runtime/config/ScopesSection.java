package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code scopes}. */
final class ScopesSection {
    enum Key implements YamlKey {
        CATALOGS
    }

    enum CatalogKey implements YamlKey {
        SCHEMAS
    }

    private static final int MAX_LENGTH = 255;

    private ScopesSection() {}

    /** The scopes, if they could be read: half of a list would make wrong complaints of tables outside of it. */
    static Optional<Scopes> read(YamlValue value) {
        YamlValue catalogs = value.mapping(Key.class).required(Key.CATALOGS);
        List<YamlEntry> entries = catalogs.entries();
        if (catalogs.isMapping() && entries.isEmpty()) {
            catalogs.report("catalogs must name at least one catalog");
        }
        Map<String, Set<String>> schemasByCatalog = new HashMap<>();
        boolean complete = !entries.isEmpty();
        for (YamlEntry entry : entries) {
            Optional<String> catalog = entry.key().name(ScopesSection::name, "the name of a catalog; list each one");
            Set<String> schemas = schemas(entry.value());
            complete &= catalog.isPresent() && !schemas.isEmpty();
            catalog.ifPresent(name -> schemasByCatalog
                    .computeIfAbsent(name, any -> new HashSet<>())
                    .addAll(schemas));
        }
        return complete ? Optional.of(new Scopes(schemasByCatalog)) : Optional.empty();
    }

    /** The schemas of one catalog; none if one of them is wrong. */
    private static Set<String> schemas(YamlValue value) {
        YamlValue schemas = value.mapping(CatalogKey.class).required(CatalogKey.SCHEMAS);
        List<YamlValue> items = schemas.list();
        if (schemas.isList() && items.isEmpty()) {
            schemas.report("schemas must name at least one schema");
        }
        Set<String> names = new HashSet<>();
        boolean complete = true;
        for (YamlValue item : items) {
            Optional<String> name = item.parsed(ScopesSection::name, "the name of a schema; list each one");
            complete &= name.isPresent();
            name.ifPresent(names::add);
        }
        return complete ? names : Set.of();
    }

    /** A name, and not a pattern: an allow-list that grows with the catalog allows what nobody has looked at. */
    private static String name(String text) {
        if (text.isBlank()
                || text.length() > MAX_LENGTH
                || text.chars().anyMatch(c -> c < ' ' || "*?%.`".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("name");
        }
        return text;
    }
}
