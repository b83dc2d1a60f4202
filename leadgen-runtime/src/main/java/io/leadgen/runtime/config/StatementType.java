package io.leadgen.runtime.config;

/** Statements that may be allowed on the warehouse. None of them writes; there is no name here for one that does. */
public enum StatementType {
    SELECT,
    SHOW,
    DESCRIBE,
    EXPLAIN
}
