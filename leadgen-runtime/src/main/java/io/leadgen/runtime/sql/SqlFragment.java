package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a statement with the binds of its markers. A piece that is used twice binds its values twice.
 *
 * @param text SQL with a {@code ?} for each bind
 */
public record SqlFragment(String text, List<Bind> binds) {

    /** SQL without markers. */
    public static SqlFragment of(String text) {
        return new SqlFragment(text, List.of());
    }

    /** One marker and its value. */
    public static SqlFragment marker(Object value, ColumnType type) {
        return new SqlFragment("?", List.of(new Bind(value, type)));
    }

    public static SqlFragment concat(Object... parts) {
        return join("", List.of(parts));
    }

    /** Strings and fragments, with a separator between them. */
    public static SqlFragment join(String separator, List<?> parts) {
        StringBuilder text = new StringBuilder();
        List<Bind> binds = new ArrayList<>();
        for (Object part : parts) {
            if (text.length() > 0) {
                text.append(separator);
            }
            if (part instanceof SqlFragment fragment) {
                text.append(fragment.text);
                binds.addAll(fragment.binds);
            } else {
                text.append((String) part);
            }
        }
        return new SqlFragment(text.toString(), List.copyOf(binds));
    }
}
