package io.leadgen.catalog;

/** Groups of types whose values compare without a cast that could fail or lose digits. */
public enum TypeFamily {
    /** Integers and decimals: compared exactly. */
    EXACT_NUMBER,
    /** Binary floating point: compared as doubles. */
    APPROXIMATE_NUMBER,
    STRING,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    /** Arrays, structs, maps, binary and everything else: can be described, never used in a question. */
    OTHER;

    public boolean isNumber() {
        return this == EXACT_NUMBER || this == APPROXIMATE_NUMBER;
    }
}
