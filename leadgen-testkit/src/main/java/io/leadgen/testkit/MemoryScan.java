package io.leadgen.testkit;

import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.testkit.MemoryTable.Rows;
import io.leadgen.testkit.MemoryTable.Units;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One question put to a table in memory: which cells each person is in, and what each adds to a measure there. */
final class MemoryScan implements Cells.Visitor<Aggregate> {
    /** As in the engines' arithmetic: moves the logarithm of an edge safely to the edge's own bin. */
    private static final double NUDGE = 1e-9;

    private static final Comparator<List<@Nullable String>> BY_TEXT = (left, right) -> {
        int order = 0;
        for (int i = 0; order == 0 && i < left.size(); i++) {
            order = Comparator.nullsFirst(LiteralOrder::compareCodePoints).compare(left.get(i), right.get(i));
        }
        return order;
    };

    private final AggregateQuery query;
    private final MemoryValues values;
    private final List<Units> everyone;

    MemoryScan(AggregateQuery query, MemoryTable table) {
        this.query = query;
        this.values = MemoryValues.of(query);
        this.everyone = table.units(query.unit(), query.filter());
    }

    @Override
    public Aggregate whole(Cells.Whole cells) {
        return disjoint(1, units -> OptionalInt.of(0));
    }

    @Override
    public Aggregate bins(Cells.Bins cells) {
        return disjoint(cells.size(), units -> {
            OptionalDouble value = values.of(cells.value(), units);
            return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(bin(value.getAsDouble(), cells.grid()));
        });
    }

    @Override
    public Aggregate funnel(Cells.Funnel cells) {
        return disjoint(cells.size(), units -> {
            int reached = 0;
            while (reached < cells.steps().size() && meets(units, cells.steps().get(reached))) {
                reached++;
            }
            return OptionalInt.of(reached);
        });
    }

    @Override
    public Aggregate atoms(Cells.Atoms cells) {
        return disjoint(cells.size(), units -> {
            int marks = 0;
            for (int i = 0; i < cells.audiences().size(); i++) {
                marks |= meets(units, cells.audiences().get(i)) ? 1 << i : 0;
            }
            return OptionalInt.of(marks);
        });
    }

    private static boolean meets(Units units, Predicate condition) {
        return !units.where(condition).rows().isEmpty();
    }

    /** Cells of which everybody is in one at most, with all rows. */
    private Aggregate disjoint(int size, Function<Units, OptionalInt> cellOf) {
        BigInteger[][] cells = empty(size);
        for (Units units : everyone) {
            cellOf.apply(units).ifPresent(cell -> add(units, cells[cell]));
        }
        return Aggregate.seal(cells);
    }

    @Override
    public Aggregate each(Cells.Each cells) {
        BigInteger[][] sums = empty(cells.size());
        for (int cell = 0; cell < sums.length; cell++) {
            for (Units units : everyone) {
                Units there = units.where(cells.conditions().get(cell));
                if (!there.rows().isEmpty()) {
                    add(there, sums[cell]);
                }
            }
        }
        return Aggregate.seal(sums);
    }

    @Override
    public Aggregate groups(Cells.Groups cells) {
        BigInteger[][] sums = empty(cells.size());
        boolean limited = query.cellsPerUnit() < cells.size();
        for (Units units : everyone) {
            Map<List<@Nullable String>, Units> there = cut(units, cells.keys(), limited ? cells.limit() : null);
            there.forEach((places, part) -> {
                int cell = 0;
                for (int i = 0; i < places.size(); i++) {
                    int place = Integer.parseInt(Objects.requireNonNull(places.get(i)));
                    cell = cell * cells.keys().get(i).size() + place;
                }
                add(part, sums[cell]);
            });
        }
        return Aggregate.seal(sums);
    }

    @Override
    public Aggregate foundGroups(Cells.FoundGroups cells) {
        Map<List<@Nullable String>, BigInteger[]> sums = new TreeMap<>(BY_TEXT);
        Map<List<@Nullable String>, Integer> people = new HashMap<>();
        for (Units units : everyone) {
            cut(units, cells.keys(), cells.limit()).forEach((texts, part) -> {
                add(part, sums.computeIfAbsent(texts, unknown -> empty(1)[0]));
                people.merge(texts, part.alike(), Integer::sum);
            });
        }
        sums.keySet().removeIf(texts -> people.getOrDefault(texts, 0) < cells.atLeast());
        if (sums.size() > Cells.FoundGroups.MOST_GROUPS) {
            throw new IllegalArgumentException("too many groups");
        }
        return Aggregate.seal(List.copyOf(sums.keySet()), sums.values().toArray(BigInteger[][]::new));
    }

    /** The groups that somebody is in, each with the rows that are there: no more groups than the limit allows. */
    private Map<List<@Nullable String>, Units> cut(
            Units units, List<? extends GroupKey> keys, @Nullable UnitLimit limit) {
        Map<List<@Nullable String>, List<Rows>> parts = new LinkedHashMap<>();
        for (Rows row : units.rows()) {
            MemoryGroups.of(row.values(), keys)
                    .ifPresent(texts -> parts.computeIfAbsent(texts, unknown -> new ArrayList<>())
                            .add(row));
        }
        Stream<List<@Nullable String>> kept = limit == null
                ? parts.keySet().stream()
                : parts.keySet().stream()
                        .sorted(Comparator.comparingLong(texts -> turn(units, texts, limit)))
                        .limit(limit.cells());
        Map<List<@Nullable String>, Units> groups = new LinkedHashMap<>();
        kept.forEach(texts ->
                groups.put(texts, new Units(units.key(), Objects.requireNonNull(parts.get(texts)), units.alike())));
        return groups;
    }

    /** A hash of unit, cell and salt. */
    private static long turn(Units units, List<@Nullable String> texts, UnitLimit limit) {
        long parts = 31L * units.key().hashCode() + texts.hashCode();
        return new SplittableRandom(new SplittableRandom(limit.salt()).nextLong() ^ parts).nextLong();
    }

    private BigInteger[][] empty(int size) {
        BigInteger[][] cells = new BigInteger[size][query.measures().size()];
        for (BigInteger[] cell : cells) {
            Arrays.fill(cell, BigInteger.ZERO);
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

    private long amount(Measure measure, Units units) {
        if (measure instanceof Measure.ValuedUnits valued) {
            return values.of(valued.value(), units).isPresent() ? 1 : 0;
        } else if (measure instanceof Measure.CentredSum sum) {
            OptionalDouble value = values.of(sum.value(), units);
            return value.isPresent() ? steps(value.getAsDouble(), sum.bounds()) : 0;
        }
        return 1;
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
