package io.leadgen.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column means to the business, as its owner's dictionary says. Nothing here depends on the rows of the table.
 *
 * @param description what it holds, or null
 * @param definition what the business means by it, or null
 * @param values what it can hold, as text, or empty
 * @param owner who answers questions about it, or null
 * @param tags words under which it is found
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
