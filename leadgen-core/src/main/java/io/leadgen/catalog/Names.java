package io.leadgen.catalog;

import java.util.Locale;

/** How names of catalogs, schemas, tables and columns are checked and compared. */
final class Names {
    private static final int MAX_LENGTH = 255;

    private Names() {}

    /** The name in the form in which it is compared. */
    static String fold(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a name");
        }
        return name.toLowerCase(Locale.ROOT);
    }
}
