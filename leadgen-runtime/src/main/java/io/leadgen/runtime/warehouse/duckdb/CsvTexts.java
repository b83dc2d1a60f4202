package io.leadgen.runtime.warehouse.duckdb;

import java.util.Map;
import java.util.Optional;

/**
 * How the values of a type are mostly written in CSV files: so that writing the value gives the text again. What is written
 * otherwise may still be of the type.
 */
final class CsvTexts {
    private static final String TEXT = "{}";

    /** For each type a condition on a text that only values of just this type meet. */
    private static final Map<String, String> OF_TYPE = Map.of(
            "VARCHAR", "true",
            "BOOLEAN", "lower({}) IN ('true', 'false')",
            "BIGINT", "TRY_CAST({} AS BIGINT)::VARCHAR = {}",
            "DOUBLE", "TRY_CAST({} AS DOUBLE) IS NOT NULL",
            "DATE", "TRY_CAST({} AS DATE)::VARCHAR = {}",
            "TIMESTAMP", "TRY_CAST({} AS TIMESTAMP)::VARCHAR = {}");

    private CsvTexts() {}

    /**
     * The condition that all texts of a column are certainly of a type; nothing for a type of which that is not known.
     *
     * @param column quoted
     */
    static Optional<String> allAre(String type, String column) {
        return Optional.ofNullable(OF_TYPE.get(type))
                .map(text -> "bool_and(coalesce(" + column + " IS NULL OR " + text.replace(TEXT, column) + ", false))");
    }
}
