package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlFragment;
import io.leadgen.runtime.sql.TypedSql;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Databricks SQL, and Apache Spark 4 in ANSI mode.
 *
 * <p>Differences: {@code upper} and {@code lower} follow the engine's Unicode version. Columns with a collation are compared by
 * it.
 */
public sealed class DatabricksDialect extends SqlDialect permits PackedDialect, LiteralDialect {
    /** The limit of Databricks for one statement. */
    private static final int MAX_MARKERS = 256;

    /** Spark negates longer decimals inexactly. */
    private static final int MAX_NEGATABLE_DIGITS = 34;

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    @Override
    public String quote(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    protected SqlDialect carrying(List<Bind> values) {
        return values.size() <= MAX_MARKERS ? this : new PackedDialect(values);
    }

    /** Sends timestamps as text, because drivers shift them by the JVM's time zone. */
    @Override
    protected SqlFragment bind(Object value, ColumnType type) {
        return switch (type.kind()) {
            case TIMESTAMP -> cast(marker(WALL_CLOCK.format((LocalDateTime) value) + "Z", ColumnType.STRING), type);
            case TIMESTAMP_NTZ -> cast(marker(WALL_CLOCK.format((LocalDateTime) value), ColumnType.STRING), type);
            default -> super.bind(value, type);
        };
    }

    @Override
    protected String doubleLiteral(String number) {
        return number + "D";
    }

    /**
     * Removes the sign of a long decimal as text. Spark's ABS and minus calculate with 34 digits: they round longer decimals,
     * and fail if the rounded result has one digit more.
     */
    @Override
    protected SqlFragment absolute(TypedSql operand) {
        return operand.type().precision() > MAX_NEGATABLE_DIGITS
                ? cast(
                        SqlFragment.concat("TRIM(LEADING '-' FROM ", cast(operand.sql(), ColumnType.STRING), ")"),
                        operand.type())
                : super.absolute(operand);
    }

    @Override
    protected SqlFragment length(SqlFragment operand) {
        return SqlFragment.concat("CHAR_LENGTH(", operand, ")");
    }

    @Override
    protected SqlFragment dayOfWeek(SqlFragment operand) {
        return SqlFragment.concat("DAYOFWEEK(", operand, ")");
    }

    @Override
    protected SqlFragment dateTrunc(DateUnit unit, SqlFragment operand) {
        return SqlFragment.concat("CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE)");
    }

    /** TRY_SUM returns NULL where SUM fails: after 10^10 rows of the largest values in one unit. */
    @Override
    protected SqlFragment exactSum(SqlFragment operand, int scale) {
        return SqlFragment.concat("TRY_SUM(CAST(", operand, " AS DECIMAL(38," + scale + ")))");
    }

    @Override
    protected SqlFragment days(SqlFragment from, SqlFragment to) {
        return SqlFragment.concat("DATEDIFF(", to, ", ", from, ")");
    }

    @Override
    protected SqlFragment hash(SqlFragment salt, String columns) {
        return SqlFragment.concat("XXHASH64(", salt, ", " + columns + ")");
    }
}
