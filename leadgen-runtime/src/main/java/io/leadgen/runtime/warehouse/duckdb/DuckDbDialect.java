package io.leadgen.runtime.warehouse.duckdb;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.sql.SqlFragment;

/**
 * DuckDB 2.
 *
 * <p>Differences: {@code upper} and {@code lower} map each letter separately, so sharp s has a capital and a final sigma does
 * not exist. DATE_TRUNC of a day outside the years 0001 to 9999 is NULL.
 */
public final class DuckDbDialect extends SqlDialect {
    /** The DuckDB database that holds a catalog. DuckDB reserves names such as {@code main}, hence the prefix. */
    static String database(String catalog) {
        return "uc_" + catalog;
    }

    @Override
    public String table(TableName name) {
        return quote(database(name.catalog())) + "." + quote(name.schema()) + "." + quote(name.table());
    }

    @Override
    protected String typeName(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            default -> super.typeName(type);
        };
    }

    /**
     * Sends an instant as a local time in UTC, and a date as text: the driver converts dates to {@link java.sql.Date}, whose
     * calendar lacks ten days of October 1582.
     */
    @Override
    protected SqlFragment bind(Object value, ColumnType type) {
        return switch (type.kind()) {
            case DATE -> cast(SqlFragment.marker(value.toString(), ColumnType.STRING), type);
            case TIMESTAMP ->
                SqlFragment.concat(
                        "MAKE_TIMESTAMPTZ(EPOCH_US(",
                        cast(SqlFragment.marker(value, ColumnType.TIMESTAMP_NTZ), ColumnType.TIMESTAMP_NTZ),
                        "))");
            default -> super.bind(value, type);
        };
    }

    /** Uses microseconds since 1970: exact, independent of the session's time zone, and NULL for an infinite time. */
    @Override
    protected SqlFragment wallClock(SqlFragment instant) {
        return SqlFragment.concat("MAKE_TIMESTAMP(EPOCH_US(", instant, "))");
    }

    @Override
    protected SqlFragment inUtc(SqlFragment instant) {
        return wallClock(instant);
    }

    /** Without a second argument DuckDB also removes other Unicode spaces. */
    @Override
    protected SqlFragment trim(String function, SqlFragment operand) {
        return SqlFragment.concat(function + "(", operand, ", ' ')");
    }

    @Override
    protected String doubleLiteral(String number) {
        return number;
    }

    @Override
    protected SqlFragment length(SqlFragment operand) {
        return SqlFragment.concat("LENGTH(", operand, ")");
    }

    @Override
    protected SqlFragment dayOfWeek(SqlFragment operand) {
        return SqlFragment.concat("(DAYOFWEEK(", operand, ") + 1)");
    }

    /**
     * Only for the days that literals can name. DuckDB's dates have a wider range than the timestamps that DATE_TRUNC returns.
     * The planner truncates a column's minimum and maximum to weeks, where neither TRY nor CASE prevents the error.
     */
    @Override
    protected SqlFragment dateTrunc(DateUnit unit, SqlFragment operand) {
        SqlFragment day = cast(operand, ColumnType.DATE);
        return SqlFragment.concat(
                "CASE WHEN ",
                day,
                " BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN ",
                unit == DateUnit.WEEK
                        ? SqlFragment.concat(day, " - CAST(ISODOW(", day, ") - 1 AS INTEGER)")
                        : cast(SqlFragment.concat("DATE_TRUNC('" + unit + "', ", day, ")"), ColumnType.DATE),
                " END");
    }

    @Override
    protected SqlFragment wideInteger(SqlFragment operand) {
        return SqlFragment.concat("CAST(", operand, " AS HUGEINT)");
    }

    @Override
    protected SqlFragment days(SqlFragment from, SqlFragment to) {
        return SqlFragment.concat("DATE_DIFF('day', ", from, ", ", to, ")");
    }

    /** Twice, because HASH of several columns does not mix the last one. */
    @Override
    protected SqlFragment hash(SqlFragment salt, String columns) {
        return SqlFragment.concat("HASH(HASH(", salt, ", " + columns + "))");
    }
}
