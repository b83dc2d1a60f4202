package io.leadgen.runtime.config;

import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads mappings with tables for keys.
 *
 * @param scopes what every table must be in; empty if it may be any
 */
record TableReader(Optional<Scopes> scopes) {
    /** The tables with what is said about each, in the order of the file; wrong names are reported and left out. */
    Map<TableName, YamlValue> read(YamlValue section) {
        Map<TableName, YamlValue> tables = new LinkedHashMap<>();
        for (YamlEntry entry : section.entries()) {
            entry.key().name(TableName::parse, "a table, catalog.schema.table").ifPresent(table -> {
                if (tables.putIfAbsent(table, entry.value()) != null) {
                    entry.key().report(table + " is given twice; case does not matter in names");
                } else if (scopes.isPresent() && !scopes.get().allows(table)) {
                    entry.key().report(table + " is out of scope; add its schema to scopes, or remove it");
                }
            });
        }
        return tables;
    }
}
