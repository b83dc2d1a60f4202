package io.leadgen.tests.databricks;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The value of a marker, as it comes over the wire.
 *
 * @param type the type's name in capitals, for example {@code DECIMAL(4,2)}
 * @param value the value as text, or null
 */
public record SqlParameter(String type, @Nullable String value) {
    public SqlParameter {
        type = requireNonNull(type, "type").toUpperCase(Locale.ROOT);
    }

    /** The type without the value. */
    @Override
    public String toString() {
        return type;
    }
}
