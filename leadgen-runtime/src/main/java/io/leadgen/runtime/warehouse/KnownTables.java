package io.leadgen.runtime.warehouse;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The metadata of a warehouse whose tables are known from the start: answers without asking an engine. Immutable. */
public final class KnownTables {
    private final Map<TableName, TableSchema> schemas;

    public KnownTables(Collection<TableSchema> schemas) {
        Map<TableName, TableSchema> sorted = new TreeMap<>(Comparator.comparing(TableName::catalog)
                .thenComparing(TableName::schema)
                .thenComparing(TableName::table));
        schemas.forEach(schema -> sorted.put(schema.name(), schema));
        this.schemas = Collections.unmodifiableMap(sorted);
    }

    public List<String> catalogs() {
        return schemas.keySet().stream().map(TableName::catalog).distinct().toList();
    }

    public List<String> schemas(String catalog) {
        String wanted = catalog.toLowerCase(Locale.ROOT);
        return schemas.keySet().stream()
                .filter(name -> name.catalog().equals(wanted))
                .map(TableName::schema)
                .distinct()
                .toList();
    }

    public List<TableName> tables(String catalog, String schema) {
        String wantedCatalog = catalog.toLowerCase(Locale.ROOT);
        String wantedSchema = schema.toLowerCase(Locale.ROOT);
        return schemas.keySet().stream()
                .filter(name ->
                        name.catalog().equals(wantedCatalog) && name.schema().equals(wantedSchema))
                .toList();
    }

    public Optional<TableSchema> describe(TableName table) {
        return Optional.ofNullable(schemas.get(table));
    }
}
