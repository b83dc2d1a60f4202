package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.DateUnit;
import java.util.Locale;

/**
 * DuckDB 2.
 *
 * <p>Differs: {@code upper} and {@code lower} map each letter by itself (sharp s has a capital, a sigma at the end of a word
 * stays a middle one). Days outside the years 0001 to 9999 truncate to NULL.
 */
final class DuckDbDialect extends SqlDialect {
    @Override
    String name() {
        return "duckdb";
    }

    @Override
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** DuckDB keeps the name {@code main} for itself, so that no logical catalog has its own name there. */
    @Override
    String table(TableName name) {
        return quote(DuckDbNames.catalog(name.catalog())) + "." + quote(name.schema()) + "." + quote(name.table());
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            case OTHER -> throw new IllegalArgumentException("no type to cast to");
            default -> type.toString().toUpperCase(Locale.ROOT);
        };
    }

    /**
     * An instant is sent as a wall clock of UTC, and a day as text: the driver takes days through {@link java.sql.Date}, whose
     * calendar lacks ten days of October 1582.
     */
    @Override
    Fragment bind(Object value, ColumnType type) {
        return switch (type.kind()) {
            case DATE -> cast(Fragment.marker(value.toString(), ColumnType.STRING), type);
            case TIMESTAMP ->
                Fragment.concat(
                        "MAKE_TIMESTAMPTZ(EPOCH_US(",
                        cast(Fragment.marker(value, ColumnType.TIMESTAMP_NTZ), ColumnType.TIMESTAMP_NTZ),
                        "))");
            default -> super.bind(value, type);
        };
    }

    /** By microseconds since 1970: exact, free of the session's zone, and NULL for an infinite time. */
    @Override
    Fragment wallClock(Fragment instant) {
        return Fragment.concat("MAKE_TIMESTAMP(EPOCH_US(", instant, "))");
    }

    @Override
    Fragment inUtc(Fragment instant) {
        return wallClock(instant);
    }

    /** By itself, DuckDB takes the other spaces of Unicode away, too. */
    @Override
    Fragment trim(String function, Fragment operand) {
        return Fragment.concat(function + "(", operand, ", ' ')");
    }

    @Override
    String doubleLiteral(String number) {
        return number;
    }

    @Override
    Fragment length(Fragment operand) {
        return Fragment.concat("LENGTH(", operand, ")");
    }

    @Override
    Fragment dayOfWeek(Fragment operand) {
        return Fragment.concat("(DAYOFWEEK(", operand, ") + 1)");
    }

    /**
     * Of days that literals can name only. DuckDB's dates go further than the time stamps that DATE_TRUNC makes of them, and
     * it truncates a column's least and greatest day by weeks already when it plans, where neither TRY nor CASE helps.
     */
    @Override
    Fragment dateTrunc(DateUnit unit, Fragment operand) {
        Fragment day = cast(operand, ColumnType.DATE);
        return Fragment.concat(
                "CASE WHEN ",
                day,
                " BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN ",
                unit == DateUnit.WEEK
                        ? Fragment.concat(day, " - CAST(ISODOW(", day, ") - 1 AS INTEGER)")
                        : cast(Fragment.concat("DATE_TRUNC('" + unit + "', ", day, ")"), ColumnType.DATE),
                " END");
    }

    @Override
    Fragment exactSum(Fragment operand, int scale) {
        return Fragment.concat("SUM(", operand, ")");
    }

    @Override
    Fragment wideInteger(Fragment operand) {
        return Fragment.concat("CAST(", operand, " AS HUGEINT)");
    }

    @Override
    Fragment days(Fragment from, Fragment to) {
        return Fragment.concat("DATE_DIFF('day', ", from, ", ", to, ")");
    }

    /** Twice, because the last column goes into a hash of several ones unmixed. */
    @Override
    Fragment hash(Fragment salt, String columns) {
        return Fragment.concat("HASH(HASH(", salt, ", " + columns + "))");
    }
}
