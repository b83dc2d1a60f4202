package io.leadgen.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column means to the business, from the data dictionary of its owner. Nothing here depends on the rows of the table.
 *
 * @param description what it holds, or null
 * @param definition the business definition, or null
 * @param values what it can hold, as text, or empty
 * @param owner who answers questions about it, or null
 * @param tags search words
 */
public record ColumnMeaning(
        @Nullable String description,
        @Nullable String definition,
        List<String> values,
        @Nullable String owner,
        List<String> tags) {
    /** A column that the dictionary does not mention. */
    public static final ColumnMeaning NONE = new ColumnMeaning(null, null, List.of(), null, List.of());

    public ColumnMeaning {
        values = List.copyOf(values);
        tags = List.copyOf(tags);
    }
}
