package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data owner declares about a column, from knowledge and not from the data.
 *
 * @param bounds the range of one person's value, or null if undeclared
 * @param values the values that the column can have, as text, or empty if undeclared
 */
public record ColumnPolicy(ColumnRole role, @Nullable Bounds bounds, List<String> values) {
    /** Nothing declared. */
    public static final ColumnPolicy NONE = new ColumnPolicy(ColumnRole.ATTRIBUTE, null, List.of());

    public ColumnPolicy {
        requireNonNull(role, "role");
        values = List.copyOf(values);
    }
}
