package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the type names of Databricks. */
final class DatabricksType {
    private static final Pattern DECIMAL =
            Pattern.compile("(?:decimal|dec|numeric)(?:\\s*\\(\\s*([0-9]{1,2})\\s*(?:,\\s*([0-9]{1,2})\\s*)?\\))?");
    private static final Pattern TEXT = Pattern.compile(
            "(?:string|varchar\\s*\\([0-9]+\\)|char(?:acter)?\\s*\\([0-9]+\\))(?:\\s+collate\\s+\\S+)?");
    /** The precision of DECIMAL without parameters. */
    private static final int DEFAULT_PRECISION = 10;

    private static final int MAX_PRECISION = 38;

    private DatabricksType() {}

    /** The type with that name; {@link ColumnType#OTHER} for types that no question can use. */
    static ColumnType of(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (TEXT.matcher(text).matches()) {
            return ColumnType.STRING;
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            int precision = decimal.group(1) == null ? DEFAULT_PRECISION : Integer.parseInt(decimal.group(1));
            int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
            return precision < 1 || precision > MAX_PRECISION || scale > precision
                    ? ColumnType.OTHER
                    : ColumnType.decimal(precision, scale);
        }
        return switch (text) {
            case "boolean" -> ColumnType.BOOLEAN;
            case "tinyint", "byte" -> ColumnType.TINYINT;
            case "smallint", "short" -> ColumnType.SMALLINT;
            case "int", "integer" -> ColumnType.INT;
            case "bigint", "long" -> ColumnType.BIGINT;
            case "float", "real" -> ColumnType.FLOAT;
            case "double" -> ColumnType.DOUBLE;
            case "date" -> ColumnType.DATE;
            case "timestamp", "timestamp_ltz" -> ColumnType.TIMESTAMP;
            case "timestamp_ntz" -> ColumnType.TIMESTAMP_NTZ;
            default -> ColumnType.OTHER;
        };
    }
}
