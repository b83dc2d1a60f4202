package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.runtime.files.FileFault;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file. Its view has the column under its lower-case name, in the nearest type of the predicate language, by casts
 * that cannot fail.
 *
 * @param source the name in the file
 * @param type the type's name in DuckDB
 */
record DuckDbColumn(
        String source,
        String type,
        boolean nullable,
        @Nullable String comment,
        @Nullable Integer partitionIndex) {
    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

    Column toColumn(Map<ColumnName, String> comments) {
        return new Column(name(), supportedType(), nullable, comments.getOrDefault(name(), comment), partitionIndex);
    }

    /** CSV headers can have spaces around names. */
    private ColumnName name() {
        return new ColumnName(source.strip());
    }

    /**
     * Checks the name.
     *
     * @param position from 1
     */
    void checkName(int position) throws FileFault {
        try {
            name();
        } catch (IllegalArgumentException e) {
            throw new FileFault(
                    "the name of column " + position
                            + " is empty, longer than 255 characters or has control characters",
                    "rename the column",
                    e);
        }
    }

    /** The column in the view's select list. */
    String selected() {
        String column = DuckDbWarehouse.quote(source);
        String expression = switch (type) {
            case "UTINYINT" -> "CAST(" + column + " AS SMALLINT)";
            case "USMALLINT" -> "CAST(" + column + " AS INTEGER)";
            case "UINTEGER" -> "CAST(" + column + " AS BIGINT)";
            case "UBIGINT" -> "CAST(" + column + " AS DECIMAL(20,0))";
            // 39 digits do not fit.
            case "HUGEINT", "UHUGEINT" -> "TRY_CAST(" + column + " AS DECIMAL(38,0))";
            case "UUID", "JSON", "TIME" -> "CAST(" + column + " AS VARCHAR)";
            case "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> "CAST(" + column + " AS TIMESTAMP)";
            default -> column;
        };
        return expression + " AS " + DuckDbWarehouse.quote(name().value());
    }

    private ColumnType supportedType() {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            return ColumnType.decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return switch (type) {
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "TINYINT" -> ColumnType.TINYINT;
            case "SMALLINT", "UTINYINT" -> ColumnType.SMALLINT;
            case "INTEGER", "USMALLINT" -> ColumnType.INT;
            case "BIGINT", "UINTEGER" -> ColumnType.BIGINT;
            case "UBIGINT" -> ColumnType.decimal(20, 0);
            case "HUGEINT", "UHUGEINT" -> ColumnType.decimal(38, 0);
            case "FLOAT" -> ColumnType.FLOAT;
            case "DOUBLE" -> ColumnType.DOUBLE;
            case "VARCHAR", "UUID", "JSON", "TIME" -> ColumnType.STRING;
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnType.TIMESTAMP_NTZ;
            case "TIMESTAMP WITH TIME ZONE" -> ColumnType.TIMESTAMP;
            default -> type.startsWith("ENUM(") ? ColumnType.STRING : ColumnType.OTHER;
        };
    }
}
