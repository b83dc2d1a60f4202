package io.leadgen.testkit;

import io.leadgen.privacy.Bounds;
import io.leadgen.privacy.Grid;
import io.leadgen.testkit.MemoryTable.Units;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One question put to a table in memory: which cell each person falls into, and what each adds to a measure. */
final class MemoryScan {
    /** As in the engines' arithmetic: moves the logarithm of an edge safely to the edge's own bin. */
    private static final double NUDGE = 1e-9;

    private final AggregateQuery query;
    private final MemoryValues values;

    MemoryScan(AggregateQuery query) {
        this.query = query;
        this.values = MemoryValues.of(query);
    }

    BigInteger[][] cells(MemoryTable table) {
        BigInteger[][] cells =
                new BigInteger[query.cells().size()][query.measures().size()];
        for (BigInteger[] cell : cells) {
            Arrays.fill(cell, BigInteger.ZERO);
        }
        for (Units units : table.units(query.unit(), query.filter())) {
            cellOf(units).ifPresent(cell -> add(units, cells[cell]));
        }
        return cells;
    }

    private void add(Units units, BigInteger[] cell) {
        BigInteger alike = BigInteger.valueOf(units.alike());
        for (int i = 0; i < cell.length; i++) {
            long each = amount(query.measures().get(i), units);
            cell[i] = cell[i].add(BigInteger.valueOf(each).multiply(alike));
        }
    }

    private OptionalInt cellOf(Units units) {
        if (query.cells() instanceof Cells.Whole) {
            return OptionalInt.of(0);
        }
        if (query.cells() instanceof Cells.Bins bins) {
            OptionalDouble value = values.of(bins.value(), units);
            return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(bin(value.getAsDouble(), bins.grid()));
        }
        throw new IllegalArgumentException("cells of a kind that is not known here");
    }

    private long amount(Measure measure, Units units) {
        if (measure instanceof Measure.Units) {
            return 1;
        }
        if (measure instanceof Measure.ValuedUnits valued) {
            return values.of(valued.value(), units).isPresent() ? 1 : 0;
        }
        if (measure instanceof Measure.CentredSum sum) {
            OptionalDouble value = values.of(sum.value(), units);
            return value.isPresent() ? steps(value.getAsDouble(), sum.bounds()) : 0;
        }
        throw new IllegalArgumentException("a measure of a kind that is not known here");
    }

    private static long steps(double value, Bounds bounds) {
        double clamped = Math.max(bounds.lower(), Math.min(bounds.upper(), value));
        return (long) Math.floor((clamped - bounds.midpoint()) / bounds.halfWidth() * Measure.CentredSum.STEPS + 0.5);
    }

    private static int bin(double value, Grid grid) {
        return grid instanceof Grid.Linear linear ? linear(value, linear) : logarithmic(value);
    }

    /** Divides before it multiplies, so that wide bounds cannot overflow. */
    private static int linear(double value, Grid.Linear grid) {
        Bounds bounds = grid.bounds();
        int last = grid.size() - 1;
        if (value < grid.lowerEdge(1)) {
            return 0;
        }
        return value >= grid.lowerEdge(last)
                ? last
                : (int) Math.floor((value - bounds.lower()) / (bounds.upper() - bounds.lower()) * grid.size());
    }

    private static int logarithmic(double value) {
        return value == 0
                ? Grid.Logarithmic.ZERO
                : Grid.Logarithmic.ZERO + (value > 0 ? 1 : -1) * distance(Math.abs(value));
    }

    /** How many bins a magnitude is away from zero. */
    private static int distance(double magnitude) {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        int last = Grid.Logarithmic.PER_SIDE;
        if (magnitude < grid.upperEdge(Grid.Logarithmic.ZERO + 1)) {
            return 1;
        }
        if (magnitude >= grid.lowerEdge(Grid.Logarithmic.ZERO + last)) {
            return last;
        }
        double octaves = Math.log(magnitude) / Math.log(2) - Grid.Logarithmic.LOWEST_EXPONENT;
        return (int) Math.floor(octaves * Grid.Logarithmic.PER_OCTAVE + NUDGE) + 1;
    }
}
