package io.leadgen.testkit;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.testkit.MemoryTable.Rows;
import io.leadgen.testkit.MemoryTable.Units;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One person's number, as the engines make it. Sums over a person's rows are exact: integers and decimals of up to {@value
 * #LONGEST_ADDED} digits are added as they are, all else in whole multiples of a power of two that the question's bounds
 * determine.
 */
final class MemoryValues {
    private static final int LONGEST_ADDED = 26;
    private static final int RESOLUTION = 32;
    private static final int FINEST_EXPONENT = Grid.Logarithmic.LOWEST_EXPONENT - 10;
    private static final int LEAST_EXPONENT = -900;
    private static final double MOST_QUANTA = 0x1p90;

    /** The binary exponent of the quantum by value. */
    private final Map<UnitValue, Integer> exponents = new HashMap<>();

    private MemoryValues() {}

    static MemoryValues of(AggregateQuery query) {
        MemoryValues values = new MemoryValues();
        if (query.cells() instanceof Cells.Bins bins) {
            values.exponents.put(
                    bins.value(),
                    bins.grid() instanceof Grid.Linear linear ? exponent(linear.bounds()) : FINEST_EXPONENT);
        }
        for (Measure measure : query.measures()) {
            if (measure instanceof Measure.CentredSum sum) {
                values.exponents.merge(sum.value(), exponent(sum.bounds()), Math::min);
            } else if (measure instanceof Measure.ValuedUnits valued) {
                values.exponents.putIfAbsent(valued.value(), FINEST_EXPONENT);
            }
        }
        return values;
    }

    private static int exponent(Bounds bounds) {
        return Math.max(LEAST_EXPONENT, Math.getExponent(bounds.upper() - bounds.lower()) - RESOLUTION);
    }

    /** The value that each of these people has; empty where their rows have none. */
    OptionalDouble of(UnitValue value, Units units) {
        List<Rows> valued =
                units.rows().stream().filter(row -> number(value, row) != null).toList();
        if (valued.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (units.rows().size() == 1 && units.rows().get(0).alike() == 1) {
            return OptionalDouble.of(present(value, valued.get(0)).doubleValue());
        }
        return OptionalDouble.of(
                switch (value.combination()) {
                    case MINIMUM -> extreme(value, valued, -1);
                    case MAXIMUM -> extreme(value, valued, 1);
                    case SUM -> sum(value, valued);
                    case AVERAGE ->
                        sum(value, valued)
                                / valued.stream().mapToInt(Rows::alike).sum();
                });
    }

    private static double extreme(UnitValue value, List<Rows> rows, int sign) {
        double furthest = rows.stream()
                .mapToDouble(row -> sign * present(value, row).doubleValue())
                .max()
                .orElseThrow();
        return sign * furthest;
    }

    private double sum(UnitValue value, List<Rows> rows) {
        ColumnType type = value.column().type();
        if (type.family() == TypeFamily.EXACT_NUMBER && type.precision() <= LONGEST_ADDED) {
            return total(rows, row -> (BigDecimal) present(value, row)).doubleValue();
        }
        int exponent = exponents.getOrDefault(value, FINEST_EXPONENT);
        double most = Math.min(Double.MAX_VALUE, Math.scalb(MOST_QUANTA, exponent));
        BigDecimal quanta = total(rows, row -> {
            double cut = Math.max(-most, Math.min(most, present(value, row).doubleValue()));
            return new BigDecimal(cut * Math.scalb(1.0, -exponent)).setScale(0, RoundingMode.HALF_UP);
        });
        return quanta.doubleValue() * Math.scalb(1.0, exponent);
    }

    private static BigDecimal total(List<Rows> rows, Function<Rows, BigDecimal> addend) {
        return rows.stream()
                .map(row -> addend.apply(row).multiply(BigDecimal.valueOf(row.alike())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Number present(UnitValue value, Rows row) {
        return java.util.Objects.requireNonNull(number(value, row));
    }

    /** NULL, NaN and infinities are no values. */
    private static @Nullable Number number(UnitValue value, Rows row) {
        Number number = (Number) row.values().get(value.column().name());
        return number instanceof Double real && !Double.isFinite(real) ? null : number;
    }
}
