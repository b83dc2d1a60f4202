package io.leadgen.runtime.sql;

import java.util.List;

/**
 * One SELECT of aggregates, with a {@code ?} for each bind. Only {@link SqlRenderer} creates it, so an adapter that sends only
 * this type never reads single rows.
 */
public final class ParameterizedSql {
    private final String text;
    private final List<Bind> binds;

    ParameterizedSql(SqlFragment fragment) {
        this.text = fragment.text();
        this.binds = fragment.binds();
    }

    /** The statement. It contains no literal of a predicate. */
    public String text() {
        return text;
    }

    /** The values of the markers, in order of the markers. */
    public List<Bind> binds() {
        return binds;
    }

    /** The text and the types of the binds, without their values. */
    @Override
    public String toString() {
        return text + " " + binds;
    }
}
