package io.leadgen.catalog;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The allow-list: which catalogs and schemas callers may see. What is not listed does not exist for them.
 *
 * @param schemasByCatalog catalog name to schema names, compared without regard to case
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

    /** The schemas of a catalog that may be seen; empty for a catalog that may not. */
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
