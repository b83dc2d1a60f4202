package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.DateUnit;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * DuckDB 2.
 *
 * <p>Differs: {@code upper} and {@code lower} map each letter by itself (sharp s has a capital, a sigma at the end of a word
 * stays a middle one). Dates that DATE_TRUNC cannot represent, beyond the year 290,000, truncate to NULL.
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

    /** An instant is sent as a wall clock of UTC, the session's zone. */
    @Override
    Fragment bind(Object value, ColumnType type) {
        return type.kind() == ColumnType.Kind.TIMESTAMP && value instanceof LocalDateTime
                ? cast(Fragment.marker(value, ColumnType.TIMESTAMP_NTZ), type)
                : super.bind(value, type);
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

    /** TRY, because DATE has a wider range than TIMESTAMP, which DATE_TRUNC goes through. */
    @Override
    Fragment dateTrunc(DateUnit unit, Fragment operand) {
        return Fragment.concat("TRY(CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE))");
    }

    @Override
    Fragment exactSum(Fragment operand, int scale) {
        return Fragment.concat("SUM(", operand, ")");
    }

    @Override
    Fragment wideInteger(Fragment operand) {
        return Fragment.concat("CAST(", operand, " AS HUGEINT)");
    }
}
