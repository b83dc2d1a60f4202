package io.leadgen.catalog;

/** What a column may be used for. */
public enum ColumnRole {
    /** May be filtered on and measured. */
    ATTRIBUTE,
    /** Identifies a person. Never shown, filtered on, grouped by or measured. */
    IDENTIFIER
}
