package io.leadgen.runtime.yaml;

import java.util.Locale;

/**
 * A key that a mapping may have. Each mapping of a file has an enum of its keys, so that a key is written down once and
 * serves for reading, for finding unknown keys and for suggestions.
 */
public interface YamlKey {
    /** The name of the enum's constant. */
    String name();

    /** The key as it stands in the file: {@code MAX_ROWS} is {@code max_rows}. */
    default String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether no value at or below this key may be repeated in a message. */
    default boolean secret() {
        return false;
    }
}
