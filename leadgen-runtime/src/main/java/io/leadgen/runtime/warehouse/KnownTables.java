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

/** The metadata of a warehouse with a fixed set of tables. Names are compared without regard to case. Immutable. */
public final class KnownTables {
    private final Map<TableName, TableSchema> schemas;

    public KnownTables(Collection<TableSchema> schemas) {
        Map<TableName, TableSchema> sorted = new TreeMap<>(Comparator.comparing(TableName::catalog)
                .thenComparing(TableName::schema)
                .thenComparing(TableName::table));
        schemas.forEach(schema -> sorted.put(schema.name(), schema));
        this.schemas = Collections.unmodifiableMap(sorted);
    }

    /** All catalogs, sorted. */
    public List<String> catalogs() {
        return schemas.keySet().stream().map(TableName::catalog).distinct().toList();
    }

    /** The schemas of a catalog, sorted. */
    public List<String> schemas(String catalog) {
        String wanted = catalog.toLowerCase(Locale.ROOT);
        return schemas.keySet().stream()
                .filter(name -> name.catalog().equals(wanted))
                .map(TableName::schema)
                .distinct()
                .toList();
    }

    /** The tables of a schema, sorted. */
    public List<TableName> tables(String catalog, String schema) {
        String wantedCatalog = catalog.toLowerCase(Locale.ROOT);
        String wantedSchema = schema.toLowerCase(Locale.ROOT);
        return schemas.keySet().stream()
                .filter(name ->
                        name.catalog().equals(wantedCatalog) && name.schema().equals(wantedSchema))
                .toList();
    }

    /** The schema of a table. */
    public Optional<TableSchema> describe(TableName table) {
        return Optional.ofNullable(schemas.get(table));
    }
}
