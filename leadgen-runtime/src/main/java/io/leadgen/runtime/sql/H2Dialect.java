package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate.ComparisonOperator;

/**
 * H2 2, for tests. H2 itself counts and orders UTF-16 units; this dialect makes it use code points. A database is a catalog, so
 * names have two parts and the connection determines the catalog.
 *
 * <p>Difference: {@code upper} and {@code lower} follow {@link String#toUpperCase()}. The Turkish dotted i is handled here; the
 * special rules of the Lithuanian locale are not.
 */
public final class H2Dialect extends SqlDialect {
    @Override
    public String table(TableName name) {
        return quote(name.schema()) + "." + quote(name.table());
    }

    @Override
    protected String typeName(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case FLOAT -> "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case TIMESTAMP -> "TIMESTAMP(6) WITH TIME ZONE";
            case TIMESTAMP_NTZ -> "TIMESTAMP(6)";
            default -> super.typeName(type);
        };
    }

    /** H2 extracts the fields of an instant in the time zone stored with it, so instants are converted to local times in UTC. */
    @Override
    protected TypedSql column(SqlFragment column, ColumnType type) {
        return type.kind() == ColumnType.Kind.TIMESTAMP
                ? new TypedSql(cast(column, ColumnType.TIMESTAMP_NTZ), ColumnType.TIMESTAMP_NTZ)
                : super.column(column, type);
    }

    /** Compares UTF-8 bytes, which sort by code points. H2 sorts by UTF-16 units. */
    @Override
    protected SqlFragment compareStrings(SqlFragment left, ComparisonOperator operator, SqlFragment right) {
        return switch (operator) {
            case EQ, NE -> super.compareStrings(left, operator, right);
            case LT, LE, GT, GE ->
                SqlFragment.concat("STRINGTOUTF8(", left, ") " + operator.symbol() + " STRINGTOUTF8(", right, ")");
        };
    }

    /**
     * Uses a regular expression for patterns with {@code _}, which matches a UTF-16 unit in H2's LIKE. Also for
     * {@code ILIKE ''}: H2 rewrites it to a comparison with VARCHAR_IGNORECASE(0), which it cannot parse in a sub-query.
     */
    @Override
    protected SqlFragment like(SqlFragment operand, LikePattern pattern, boolean caseInsensitive) {
        boolean nothing = caseInsensitive && pattern.tokens().isEmpty();
        return nothing || pattern.tokens().contains(Wildcard.ANY_ONE)
                ? SqlFragment.concat(
                        "REGEXP_LIKE(",
                        operand,
                        ", ",
                        bind(LikePatterns.regularExpression(pattern, caseInsensitive), ColumnType.STRING),
                        ")")
                : super.like(operand, pattern, caseInsensitive);
    }

    @Override
    protected SqlFragment lower(SqlFragment operand) {
        return SqlFragment.concat("LOWER(REPLACE(REPLACE(", operand, ", 'I', 'i'), U&'\\0130', 'i'))");
    }

    @Override
    protected SqlFragment upper(SqlFragment operand) {
        return SqlFragment.concat("UPPER(REPLACE(", operand, ", 'i', 'I'))");
    }

    @Override
    protected String doubleLiteral(String number) {
        return "CAST(" + number + " AS DOUBLE PRECISION)";
    }

    /** A surrogate pair counts as one character. */
    @Override
    protected SqlFragment length(SqlFragment operand) {
        return SqlFragment.concat("CHAR_LENGTH(REGEXP_REPLACE(", operand, ", '[\\x{10000}-\\x{10FFFF}]', '_'))");
    }

    @Override
    protected SqlFragment dayOfWeek(SqlFragment operand) {
        return SqlFragment.concat("(MOD(EXTRACT(ISO_DAY_OF_WEEK FROM ", operand, "), 7) + 1)");
    }

    /** The first day of a week in H2 depends on the JVM's locale. */
    @Override
    protected SqlFragment dateTrunc(DateUnit unit, SqlFragment operand) {
        return unit == DateUnit.WEEK
                ? SqlFragment.concat(
                        "DATEADD('DAY', 1 - EXTRACT(ISO_DAY_OF_WEEK FROM ", operand, "), CAST(", operand, " AS DATE))")
                : SqlFragment.concat("CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE)");
    }

    @Override
    protected SqlFragment days(SqlFragment from, SqlFragment to) {
        return SqlFragment.concat("DATEDIFF(DAY, ", from, ", ", to, ")");
    }

    @Override
    protected SqlFragment countIf(SqlFragment condition) {
        return SqlFragment.concat("COUNT(CASE WHEN ", condition, " THEN 1 END)");
    }

    @Override
    protected SqlFragment anyBits(SqlFragment bits) {
        return SqlFragment.concat("BIT_OR_AGG(", bits, ")");
    }

    @Override
    protected SqlFragment hash(SqlFragment salt, String columns) {
        return SqlFragment.concat("HASH('SHA-256', CONCAT_WS('|', ", salt, ", " + columns + "))");
    }
}
