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
 * The units' values that a query needs, each once, as doubles called {@code v0, v1, …}: NULL for a unit without a value, never
 * NaN or infinite.
 *
 * <p>Sums over the rows of a unit are exact, so that they do not depend on the order in which an engine adds. Integers and
 * decimals are added as they are. Doubles, and decimals so long that a sum could overflow, are first rounded to a multiple of
 * a quantum, a power of two that is at most a 2^32nd of the bounds' width, and cut at 2^90 quanta.
 */
final class UnitValues {
    /** The longest decimals of which 10^12 can be added within 38 digits. */
    private static final int LONGEST_ADDED = 26;
    /** Binary digits of a quantum below the width of the bounds. */
    private static final int RESOLUTION = 32;
    /** The quantum for a logarithmic grid, a 1024th of the narrowest bin's edge. */
    private static final int FINEST_EXPONENT = Grid.Logarithmic.LOWEST_EXPONENT - 10;
    /** Keeps both a quantum and its inverse normal doubles. */
    private static final int LEAST_EXPONENT = -900;

    private static final double MOST_QUANTA = 0x1p90;

    private final SqlDialect dialect;
    /** The binary exponent of the quantum by value, in the order of first use. */
    private final Map<UnitValue, Integer> exponents;

    private UnitValues(SqlDialect dialect, Map<UnitValue, Integer> exponents) {
        this.dialect = dialect;
        this.exponents = exponents;
    }

    static UnitValues of(SqlDialect dialect, AggregateQuery query) {
        Map<UnitValue, Integer> exponents = new LinkedHashMap<>();
        if (query.cells() instanceof Cells.Bins bins) {
            int exponent = bins.grid() instanceof Grid.Linear linear ? exponent(linear.bounds()) : FINEST_EXPONENT;
            exponents.put(bins.value(), exponent);
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

    private static int exponent(Bounds bounds) {
        return Math.max(LEAST_EXPONENT, Math.getExponent(bounds.upper() - bounds.lower()) - RESOLUTION);
    }

    boolean isEmpty() {
        return exponents.isEmpty();
    }

    /** The values; the first is called {@code v0} or {@code x0}, and so on. */
    List<UnitValue> all() {
        return List.copyOf(exponents.keySet());
    }

    /** The place of a value among all. */
    int index(UnitValue value) {
        return all().indexOf(value);
    }

    /** The columns of the values, where the table is scanned. */
    List<Value> scanned() {
        return all().stream().map(this::column).toList();
    }

    /** The columns, where a statement around that one knows them as {@code r.x0, r.x1, …}. */
    List<Value> carried() {
        List<Value> scanned = scanned();
        List<Value> carried = new ArrayList<>();
        for (int i = 0; i < scanned.size(); i++) {
            carried.add(new Value(Fragment.of("r.x" + i), scanned.get(i).type()));
        }
        return carried;
    }

    /** The values, where every row is a unit, given the columns that they are made of. */
    List<Fragment> ofRows(List<Value> columns) {
        return columns.stream().map(this::number).toList();
    }

    /** The values, where a group of rows is a unit. */
    List<Fragment> ofGroups(List<Value> columns) {
        List<Fragment> values = new ArrayList<>();
        exponents.forEach(
                (value, exponent) -> values.add(combined(columns.get(values.size()), value.combination(), exponent)));
        return values;
    }

    private Fragment combined(Value column, UnitValue.Combination combination, int exponent) {
        return switch (combination) {
            case MINIMUM -> extreme("MIN(", column);
            case MAXIMUM -> extreme("MAX(", column);
            case SUM -> sum(column, exponent);
            case AVERAGE ->
                Fragment.concat(
                        sum(column, exponent),
                        " / ",
                        asDouble(Fragment.concat("NULLIF(COUNT(", present(column), "), 0)")));
        };
    }

    private Fragment extreme(String function, Value column) {
        return asDouble(Fragment.concat(function, present(column), ")"));
    }

    private Fragment sum(Value column, int exponent) {
        if (isAddedAsItIs(column.type())) {
            return asDouble(dialect.exactSum(column.sql(), column.type().scale()));
        }
        String most = dialect.number(Math.min(Double.MAX_VALUE, Math.scalb(MOST_QUANTA, exponent)));
        String least = dialect.number(-Math.min(Double.MAX_VALUE, Math.scalb(MOST_QUANTA, exponent)));
        Fragment number = isExact(column) ? asDouble(column.sql()) : column.sql();
        Fragment cut = Fragment.concat(
                "CASE WHEN ",
                number,
                " < " + least + " THEN " + least + " WHEN ",
                number,
                " > " + most + " THEN " + most + " ELSE ",
                number,
                " END");
        // ROUND and not FLOOR, which gives a BIGINT in Spark and stops at its end.
        Fragment quanta = Fragment.concat(
                "ROUND(",
                isExact(column) ? cut : ifFinite(column, cut),
                " * " + dialect.number(Math.scalb(1.0, -exponent)) + ")");
        return Fragment.concat(
                asDouble(dialect.exactSum(dialect.wideInteger(quanta), 0)),
                " * " + dialect.number(Math.scalb(1.0, exponent)));
    }

    private static boolean isAddedAsItIs(ColumnType type) {
        return type.family() == TypeFamily.EXACT_NUMBER && type.precision() <= LONGEST_ADDED;
    }

    private Value column(UnitValue value) {
        return value.column().accept(new Operands(dialect));
    }

    /** The column's value as a double. */
    private Fragment number(Value column) {
        return isExact(column) ? asDouble(column.sql()) : present(column);
    }

    /** The column's value in its own type; NULL where it is no value. */
    private Fragment present(Value column) {
        return isExact(column) ? column.sql() : ifFinite(column, column.sql());
    }

    /** NULL for NaN, which all engines order above infinity, and for infinities. */
    private Fragment ifFinite(Value column, Fragment result) {
        return Fragment.concat(
                "CASE WHEN ",
                column.sql(),
                " BETWEEN " + dialect.number(-Double.MAX_VALUE) + " AND " + dialect.number(Double.MAX_VALUE) + " THEN ",
                result,
                " END");
    }

    private static boolean isExact(Value column) {
        return column.type().family() == TypeFamily.EXACT_NUMBER;
    }

    private Fragment asDouble(Fragment operand) {
        return dialect.cast(operand, ColumnType.DOUBLE);
    }
}
