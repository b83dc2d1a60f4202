package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as the catalog of Databricks writes them. */
final class DatabricksType {
    private static final Pattern DECIMAL =
            Pattern.compile("(?:decimal|dec|numeric)(?:\\s*\\(\\s*([0-9]{1,2})\\s*(?:,\\s*([0-9]{1,2})\\s*)?\\))?");
    private static final Pattern TEXT = Pattern.compile(
            "(?:string|varchar\\s*\\([0-9]+\\)|char(?:acter)?\\s*\\([0-9]+\\))(?:\\s+collate\\s+\\S+)?");
    /** Digits of a DECIMAL that does not say how many. */
    private static final int USUAL_PRECISION = 10;

    private static final int MOST_DIGITS = 38;

    private DatabricksType() {}

    /** The type of that name; {@link ColumnType#OTHER} for all that no question can use. */
    static ColumnType of(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (TEXT.matcher(text).matches()) {
            return ColumnType.STRING;
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            int precision = decimal.group(1) == null ? USUAL_PRECISION : Integer.parseInt(decimal.group(1));
            int scale = decimal.group(2) == null ? 0 : Integer.parseInt(decimal.group(2));
            return precision < 1 || precision > MOST_DIGITS || scale > precision
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
