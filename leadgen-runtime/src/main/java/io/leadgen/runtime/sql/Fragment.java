package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** A piece of a statement with the binds of its markers. A piece may be used twice; its binds then are, too. */
record Fragment(String text, List<Bind> binds) {

    static Fragment of(String text) {
        return new Fragment(text, List.of());
    }

    static Fragment marker(Object value, ColumnType type) {
        return new Fragment("?", List.of(new Bind(value, type)));
    }

    /** Strings and fragments, one after the other. */
    static Fragment concat(Object... parts) {
        return join("", List.of(parts));
    }

    static Fragment join(String separator, List<?> parts) {
        StringBuilder text = new StringBuilder();
        List<Bind> binds = new ArrayList<>();
        for (Object part : parts) {
            if (text.length() > 0) {
                text.append(separator);
            }
            if (part instanceof Fragment fragment) {
                text.append(fragment.text);
                binds.addAll(fragment.binds);
            } else {
                text.append((String) part);
            }
        }
        return new Fragment(text.toString(), List.copyOf(binds));
    }
}
