package io.leadgen.catalog;

/** The name of a column. Not case-sensitive; kept in lower case. */
public record ColumnName(String value) implements Comparable<ColumnName> {
    public ColumnName {
        value = Names.fold(value);
    }

    @Override
    public int compareTo(ColumnName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
