package io.leadgen.runtime.sql;

import java.util.List;

/**
 * One SELECT of aggregates, with a {@code ?} for each bind. Only {@link SqlRenderer} makes it, which is why an adapter that
 * sends nothing else cannot send anything but a SELECT without rows.
 */
public final class ParameterizedSql {
    private final String text;
    private final List<Bind> binds;

    ParameterizedSql(Fragment fragment) {
        this.text = fragment.text();
        this.binds = fragment.binds();
    }

    /** The statement; holds no literal of any predicate. */
    public String text() {
        return text;
    }

    /** The values of the markers, in their order. */
    public List<Bind> binds() {
        return binds;
    }

    /** The text and the types of the binds, without their values. */
    @Override
    public String toString() {
        return text + " " + binds;
    }
}
