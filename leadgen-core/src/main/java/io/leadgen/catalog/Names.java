package io.leadgen.catalog;

import java.util.Locale;

/** Checks and normalizes the names of catalogs, schemas, tables and columns. */
final class Names {
    private static final int MAX_LENGTH = 255;

    private Names() {}

    /**
     * The name in lower case, as names are compared.
     *
     * @throws IllegalArgumentException if it is empty, longer than 255 characters or has control characters
     */
    static String fold(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a name");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
