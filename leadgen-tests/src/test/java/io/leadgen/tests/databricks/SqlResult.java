package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a statement returned: columns, and rows of texts as the service writes them.
 *
 * @param rows a text or null for each column: numbers in digits, {@code true} and {@code false}, {@code 2024-02-29},
 *     {@code 2024-02-29T23:59:59.000Z}
 */
public record SqlResult(List<Column> columns, List<List<@Nullable String>> rows) {
    public SqlResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A result whose columns are all strings. */
    public static SqlResult ofStrings(List<String> names, List<List<@Nullable String>> rows) {
        return new SqlResult(
                names.stream().map(name -> new Column(name, "STRING")).toList(), rows);
    }

    /** One row. */
    public static List<@Nullable String> row(@Nullable String... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /**
     * A column of a result.
     *
     * @param type the type's name in capitals as SQL has it, for example {@code BIGINT} or {@code DECIMAL(38,0)}
     */
    public record Column(String name, String type) {
        public Column {
            requireNonNull(name, "name");
            type = requireNonNull(type, "type").toUpperCase(Locale.ROOT);
        }
    }
}
