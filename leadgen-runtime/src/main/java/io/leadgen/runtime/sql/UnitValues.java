package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of units that a query needs, each once, as doubles named {@code v0, v1, …}: NULL for a unit without a value, never
 * NaN or infinite.
 *
 * <p>Sums over the rows of a unit are exact, so they do not depend on the order of addition. Integers and decimals are added
 * without conversion. Doubles, and decimals whose sum could overflow, are first rounded to a multiple of a quantum and clamped
 * at 2^90 quanta. A quantum is a power of two and at most 2^-32 of the width of the bounds.
 */
final class UnitValues {
    /** 10^12 decimals of this length can be added within 38 digits. */
    private static final int LONGEST_ADDED = 26;
    /** Bits between the width of the bounds and the quantum. */
    private static final int RESOLUTION = 32;
    /** The quantum for a logarithmic grid: 1/1024 of the narrowest bin's edge. */
    private static final int FINEST_EXPONENT = Grid.Logarithmic.LOWEST_EXPONENT - 10;
    /** With this exponent a quantum and its inverse are normal doubles. */
    private static final int LEAST_EXPONENT = -900;

    private static final double MOST_QUANTA = 0x1p90;

    private final SqlDialect dialect;
    /** The exponent of the quantum by value, in the order of first use. */
    private final Map<UnitValue, Integer> exponents;

    private UnitValues(SqlDialect dialect, Map<UnitValue, Integer> exponents) {
        this.dialect = dialect;
        this.exponents = exponents;
    }

    static UnitValues of(SqlDialect dialect, AggregateQuery query) {
        Map<UnitValue, Integer> exponents = new LinkedHashMap<>();
        if (query.cells() instanceof Cells.Bins bins) {
            exponents.put(bins.value(), exponent(bins.grid()));
        }
        for (Measure measure : query.measures()) {
            if (measure instanceof Measure.CentredSum sum) {
                exponents.merge(sum.value(), exponent(sum.bounds()), Math::min);
            } else if (measure instanceof Measure.ValuedUnits valued) {
                exponents.putIfAbsent(valued.value(), FINEST_EXPONENT);
            }
        }
        return new UnitValues(dialect, exponents);
    }

    private static int exponent(Grid grid) {
        return grid instanceof Grid.Linear linear
                ? exponent(linear.bounds())
                : grid instanceof Grid.Stretched stretched ? exponent(stretched.bounds()) : FINEST_EXPONENT;
    }

    private static int exponent(Bounds bounds) {
        return Math.max(LEAST_EXPONENT, Math.getExponent(bounds.upper() - bounds.lower()) - RESOLUTION);
    }

    boolean isEmpty() {
        return exponents.isEmpty();
    }

    /** The values; the first is named {@code v0} or {@code x0}. */
    List<UnitValue> all() {
        return List.copyOf(exponents.keySet());
    }

    int index(UnitValue value) {
        return all().indexOf(value);
    }

    /** The columns of the values in the scan. */
    List<TypedSql> scanned() {
        return all().stream().map(this::column).toList();
    }

    /** The columns in the statement around the scan: {@code r.x0, r.x1, …}. */
    List<TypedSql> carried() {
        List<TypedSql> scanned = scanned();
        List<TypedSql> carried = new ArrayList<>();
        for (int i = 0; i < scanned.size(); i++) {
            carried.add(new TypedSql(SqlFragment.of("r.x" + i), scanned.get(i).type()));
        }
        return carried;
    }

    /** The values if each row is a unit, from their columns. */
    List<SqlFragment> ofRows(List<TypedSql> columns) {
        return columns.stream().map(this::number).toList();
    }

    /** The values if a group of rows is a unit. */
    List<SqlFragment> ofGroups(List<TypedSql> columns) {
        List<SqlFragment> values = new ArrayList<>();
        exponents.forEach(
                (value, exponent) -> values.add(combined(columns.get(values.size()), value.combination(), exponent)));
        return values;
    }

    private SqlFragment combined(TypedSql column, UnitValue.Combination combination, int exponent) {
        return switch (combination) {
            case MINIMUM -> extreme("MIN(", column);
            case MAXIMUM -> extreme("MAX(", column);
            case SUM -> sum(column, exponent);
            case AVERAGE ->
                SqlFragment.concat(
                        sum(column, exponent),
                        " / ",
                        asDouble(SqlFragment.concat("NULLIF(COUNT(", present(column), "), 0)")));
        };
    }

    private SqlFragment extreme(String function, TypedSql column) {
        return asDouble(SqlFragment.concat(function, present(column), ")"));
    }

    private SqlFragment sum(TypedSql column, int exponent) {
        if (isAddedAsItIs(column.type())) {
            return asDouble(dialect.exactSum(column.sql(), column.type().scale()));
        }
        String most = dialect.number(Math.min(Double.MAX_VALUE, Math.scalb(MOST_QUANTA, exponent)));
        String least = dialect.number(-Math.min(Double.MAX_VALUE, Math.scalb(MOST_QUANTA, exponent)));
        SqlFragment number = isExact(column) ? asDouble(column.sql()) : column.sql();
        SqlFragment cut = SqlFragment.concat(
                "CASE WHEN ",
                number,
                " < " + least + " THEN " + least + " WHEN ",
                number,
                " > " + most + " THEN " + most + " ELSE ",
                number,
                " END");
        // Not FLOOR, which returns a BIGINT in Spark and saturates.
        SqlFragment quanta = SqlFragment.concat(
                "ROUND(",
                isExact(column) ? cut : ifFinite(column, cut),
                " * " + dialect.number(Math.scalb(1.0, -exponent)) + ")");
        return SqlFragment.concat(
                asDouble(dialect.exactSum(dialect.wideInteger(quanta), 0)),
                " * " + dialect.number(Math.scalb(1.0, exponent)));
    }

    private static boolean isAddedAsItIs(ColumnType type) {
        return type.family() == TypeFamily.EXACT_NUMBER && type.precision() <= LONGEST_ADDED;
    }

    private TypedSql column(UnitValue value) {
        return value.column().accept(new Operands(dialect));
    }

    /** The column's value as a double. */
    private SqlFragment number(TypedSql column) {
        return isExact(column) ? asDouble(column.sql()) : present(column);
    }

    /** The column's value in its own type; NULL if it is NaN or infinite. */
    private SqlFragment present(TypedSql column) {
        return isExact(column) ? column.sql() : ifFinite(column, column.sql());
    }

    /** NULL for infinities and for NaN, which all engines sort after infinity. */
    private SqlFragment ifFinite(TypedSql column, SqlFragment result) {
        return SqlFragment.concat(
                "CASE WHEN ",
                column.sql(),
                " BETWEEN " + dialect.number(-Double.MAX_VALUE) + " AND " + dialect.number(Double.MAX_VALUE) + " THEN ",
                result,
                " END");
    }

    private static boolean isExact(TypedSql column) {
        return column.type().family() == TypeFamily.EXACT_NUMBER;
    }

    private SqlFragment asDouble(SqlFragment operand) {
        return dialect.cast(operand, ColumnType.DOUBLE);
    }
}
