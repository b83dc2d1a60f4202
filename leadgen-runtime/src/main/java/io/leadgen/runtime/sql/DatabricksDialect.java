package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.DateUnit;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Databricks SQL, and Apache Spark 4 in ANSI mode.
 *
 * <p>Differs: {@code upper} and {@code lower} follow the engine's Unicode version; columns with a collation compare by that.
 */
sealed class DatabricksDialect extends SqlDialect permits DatabricksPacked, DatabricksText {
    /** Databricks refuses statements with more. */
    private static final int MOST_MARKERS = 256;

    /** The longest decimal whose sign Spark changes exactly. */
    private static final int DIGITS_OF_SIGN_CHANGES = 34;

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    @Override
    String name() {
        return "databricks";
    }

    @Override
    public String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    String table(TableName name) {
        return quote(name.catalog()) + "." + quote(name.schema()) + "." + quote(name.table());
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case OTHER -> throw new IllegalArgumentException("no type to cast to");
            default -> type.toString().toUpperCase(Locale.ROOT);
        };
    }

    @Override
    SqlDialect carrying(List<Bind> values) {
        return values.size() <= MOST_MARKERS ? this : new DatabricksPacked(values);
    }

    /** Time stamps go as text, with their zone where they have one: drivers shift time stamps by the JVM's zone. */
    @Override
    Fragment bind(Object value, ColumnType type) {
        return switch (type.kind()) {
            case TIMESTAMP -> cast(marker(WALL_CLOCK.format((LocalDateTime) value) + "Z", ColumnType.STRING), type);
            case TIMESTAMP_NTZ -> cast(marker(WALL_CLOCK.format((LocalDateTime) value), ColumnType.STRING), type);
            default -> super.bind(value, type);
        };
    }

    @Override
    String doubleLiteral(String number) {
        return number + "D";
    }

    /**
     * By the digits of a long decimal: Spark changes signs in an arithmetic of 34 digits, so that its ABS and its minus round
     * what has more, and raise where the result then has a digit too many.
     */
    @Override
    Fragment absolute(Value operand) {
        return operand.type().precision() > DIGITS_OF_SIGN_CHANGES
                ? cast(
                        Fragment.concat("TRIM(LEADING '-' FROM ", cast(operand.sql(), ColumnType.STRING), ")"),
                        operand.type())
                : super.absolute(operand);
    }

    @Override
    Fragment length(Fragment operand) {
        return Fragment.concat("CHAR_LENGTH(", operand, ")");
    }

    @Override
    Fragment dayOfWeek(Fragment operand) {
        return Fragment.concat("DAYOFWEEK(", operand, ")");
    }

    @Override
    Fragment dateTrunc(DateUnit unit, Fragment operand) {
        return Fragment.concat("CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE)");
    }

    /** TRY_SUM gives NULL where SUM raises, which takes ten thousand million rows of the largest values in one unit. */
    @Override
    Fragment exactSum(Fragment operand, int scale) {
        return Fragment.concat("TRY_SUM(CAST(", operand, " AS DECIMAL(38," + scale + ")))");
    }

    @Override
    Fragment wideInteger(Fragment operand) {
        return Fragment.concat("CAST(", operand, " AS DECIMAL(38,0))");
    }

    @Override
    Fragment days(Fragment from, Fragment to) {
        return Fragment.concat("DATEDIFF(", to, ", ", from, ")");
    }

    @Override
    Fragment hash(Fragment salt, String columns) {
        return Fragment.concat("XXHASH64(", salt, ", " + columns + ")");
    }
}
