package io.leadgen.catalog;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The allow-list of catalogs and schemas. To callers, everything else does not exist.
 *
 * @param schemasByCatalog catalog name to schema names, not case-sensitive
 */
public record Scopes(Map<String, Set<String>> schemasByCatalog) {
    public Scopes {
        Map<String, Set<String>> copy = new TreeMap<>();
        schemasByCatalog.forEach((catalog, schemas) -> {
            Set<String> names = new TreeSet<>();
            schemas.forEach(schema -> names.add(Names.fold(schema)));
            copy.put(Names.fold(catalog), Collections.unmodifiableSet(names));
        });
        schemasByCatalog = Collections.unmodifiableMap(copy);
    }

    public Set<String> catalogs() {
        return schemasByCatalog.keySet();
    }

    /** The visible schemas of a catalog; empty if the catalog is not visible. */
    public Set<String> schemas(String catalog) {
        return schemasByCatalog.getOrDefault(catalog.toLowerCase(Locale.ROOT), Set.of());
    }

    public boolean allows(String catalog, String schema) {
        return schemas(catalog).contains(schema.toLowerCase(Locale.ROOT));
    }

    public boolean allows(TableName table) {
        return allows(table.catalog(), table.schema());
    }
}
