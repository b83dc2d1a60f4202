package io.leadgen.runtime.csv;

import java.util.Locale;
import java.util.Optional;

/** What all texts of a column are. */
public enum CsvType {
    /** {@code true} or {@code false}, in any case; nothing else. */
    BOOLEAN("BOOLEAN", "true or false"),
    /** Whole numbers of 64 bits without leading zeros. */
    INTEGER("BIGINT", "a whole number"),
    NUMBER("DOUBLE", "a number"),
    DATE("DATE", "a date"),
    /** Local times: a date of the form YYYY-MM-DD, T or a space, and a time. */
    TIMESTAMP("TIMESTAMP", "a date with a time"),
    /** The same with Z or an offset. */
    INSTANT("TIMESTAMP WITH TIME ZONE", "a date with a time and an offset"),
    TEXT("VARCHAR", "a text");

    private final String duckDb;
    private final String words;

    CsvType(String duckDb, String words) {
        this.duckDb = duckDb;
        this.words = words;
    }

    /** The type's name in DuckDB. */
    public String duckDb() {
        return duckDb;
    }

    String words() {
        return words;
    }

    public static Optional<CsvType> parse(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
