package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Operand.DateUnit;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import java.util.Locale;

/**
 * H2 2, made to count and order code points where it would use UTF-16 units by itself. One database is one catalog, so names
 * have two parts and the connection decides the catalog.
 *
 * <p>Differs: {@code upper} and {@code lower} follow {@link String#toUpperCase()}; they are freed here from the Turkish dotted
 * i, not from the special rules of the Lithuanian locale.
 */
final class H2Dialect extends SqlDialect {
    @Override
    String name() {
        return "h2";
    }

    @Override
    public String quote(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    @Override
    String table(TableName name) {
        return quote(name.schema()) + "." + quote(name.table());
    }

    @Override
    String typeName(ColumnType type) {
        return switch (type.kind()) {
            case STRING -> "VARCHAR";
            case FLOAT -> "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case TIMESTAMP -> "TIMESTAMP(6) WITH TIME ZONE";
            case TIMESTAMP_NTZ -> "TIMESTAMP(6)";
            case OTHER -> throw new IllegalArgumentException("no type to cast to");
            default -> type.toString().toUpperCase(Locale.ROOT);
        };
    }

    /** H2 takes the parts of an instant in the zone that was stored with it, hence all instants become UTC wall clocks. */
    @Override
    Value column(Fragment column, ColumnType type) {
        return type.kind() == ColumnType.Kind.TIMESTAMP
                ? new Value(cast(column, ColumnType.TIMESTAMP_NTZ), ColumnType.TIMESTAMP_NTZ)
                : super.column(column, type);
    }

    /** By UTF-8 bytes, whose order is that of code points; H2's own is that of UTF-16 units. */
    @Override
    Fragment compareStrings(Fragment left, ComparisonOperator operator, Fragment right) {
        return switch (operator) {
            case EQ, NE -> super.compareStrings(left, operator, right);
            case LT, LE, GT, GE ->
                Fragment.concat("STRINGTOUTF8(", left, ") " + operator.symbol() + " STRINGTOUTF8(", right, ")");
        };
    }

    /**
     * With a regular expression where the pattern has {@code _}, which in H2's LIKE is a UTF-16 unit, and for {@code ILIKE ''}:
     * H2 makes of it a comparison with a text of type VARCHAR_IGNORECASE(0), which it then cannot read back in a sub-query.
     */
    @Override
    Fragment like(Fragment operand, LikePattern pattern, boolean caseInsensitive) {
        boolean nothing = caseInsensitive && pattern.tokens().isEmpty();
        return nothing || pattern.tokens().contains(Wildcard.ANY_ONE)
                ? Fragment.concat(
                        "REGEXP_LIKE(",
                        operand,
                        ", ",
                        bind(LikePatterns.regularExpression(pattern, caseInsensitive), ColumnType.STRING),
                        ")")
                : super.like(operand, pattern, caseInsensitive);
    }

    @Override
    Fragment lower(Fragment operand) {
        return Fragment.concat("LOWER(REPLACE(REPLACE(", operand, ", 'I', 'i'), U&'\\0130', 'i'))");
    }

    @Override
    Fragment upper(Fragment operand) {
        return Fragment.concat("UPPER(REPLACE(", operand, ", 'i', 'I'))");
    }

    @Override
    String doubleLiteral(String number) {
        return "CAST(" + number + " AS DOUBLE PRECISION)";
    }

    /** Every pair of surrogates is counted as the one character that it is. */
    @Override
    Fragment length(Fragment operand) {
        return Fragment.concat("CHAR_LENGTH(REGEXP_REPLACE(", operand, ", '[\\x{10000}-\\x{10FFFF}]', '_'))");
    }

    @Override
    Fragment dayOfWeek(Fragment operand) {
        return Fragment.concat("(MOD(EXTRACT(ISO_DAY_OF_WEEK FROM ", operand, "), 7) + 1)");
    }

    /** H2's own week begins where the JVM's locale says. */
    @Override
    Fragment dateTrunc(DateUnit unit, Fragment operand) {
        return unit == DateUnit.WEEK
                ? Fragment.concat(
                        "DATEADD('DAY', 1 - EXTRACT(ISO_DAY_OF_WEEK FROM ", operand, "), CAST(", operand, " AS DATE))")
                : Fragment.concat("CAST(DATE_TRUNC('" + unit + "', ", operand, ") AS DATE)");
    }

    @Override
    Fragment exactSum(Fragment operand, int scale) {
        return Fragment.concat("SUM(", operand, ")");
    }

    @Override
    Fragment wideInteger(Fragment operand) {
        return Fragment.concat("CAST(", operand, " AS DECIMAL(38,0))");
    }

    @Override
    Fragment days(Fragment from, Fragment to) {
        return Fragment.concat("DATEDIFF(DAY, ", from, ", ", to, ")");
    }

    @Override
    Fragment countIf(Fragment condition) {
        return Fragment.concat("COUNT(CASE WHEN ", condition, " THEN 1 END)");
    }

    @Override
    Fragment anyBits(Fragment bits) {
        return Fragment.concat("BIT_OR_AGG(", bits, ")");
    }

    @Override
    Fragment hash(Fragment salt, String columns) {
        return Fragment.concat("HASH('SHA-256', CONCAT_WS('|', ", salt, ", " + columns + "))");
    }
}
