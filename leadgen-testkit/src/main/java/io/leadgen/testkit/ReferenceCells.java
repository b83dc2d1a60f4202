package io.leadgen.testkit;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.LiteralOrder;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a question means, computed row by row over a table in memory: the oracle for engines.
 *
 * <p>Which cells a unit keeps, where it has more than the question allows, is this class's own choice, as it is every engine's.
 * Sums of doubles are exact here, where engines round what they add to a small part of the bounds.
 */
public final class ReferenceCells {
    private static final Comparator<List<@Nullable String>> BY_TEXT = (left, right) -> {
        int order = 0;
        for (int i = 0; order == 0 && i < left.size(); i++) {
            order = Comparator.nullsFirst(LiteralOrder::compareCodePoints).compare(left.get(i), right.get(i));
        }
        return order;
    };

    private final AggregateQuery query;
    /** The selected rows of each unit. */
    private final List<List<Map<ColumnName, Object>>> units;

    private ReferenceCells(TableData table, AggregateQuery query) {
        this.query = query;
        this.units = units(table, query);
    }

    /** The answer to the question over this table. */
    public static Aggregate aggregate(TableData table, AggregateQuery query) {
        ReferenceCells reference = new ReferenceCells(table, query);
        return query.cells() instanceof Cells.FoundGroups groups
                ? reference.found(groups)
                : reference.enumerated((Cells.Enumerated) query.cells());
    }

    private static List<List<Map<ColumnName, Object>>> units(TableData table, AggregateQuery query) {
        Map<Object, List<Map<ColumnName, Object>>> units = new LinkedHashMap<>();
        for (List<@Nullable Object> values : table.rows()) {
            Map<ColumnName, Object> row = row(table, values);
            // Rows that are units are told apart by being objects of their own.
            Object unit = query.unit() instanceof PrivacyUnit.Key key ? row.get(key.column()) : new Object();
            if (unit != null && ReferenceEvaluator.selects(query.filter(), row)) {
                units.computeIfAbsent(unit, any -> new ArrayList<>()).add(row);
            }
        }
        return List.copyOf(units.values());
    }

    /** NULLs are left out. */
    private static Map<ColumnName, Object> row(TableData table, List<@Nullable Object> values) {
        Map<ColumnName, Object> row = new HashMap<>();
        List<Column> columns = table.schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object stored = TableData.jdbc(values.get(i), columns.get(i).type());
            if (stored != null) {
                row.put(columns.get(i).name(), stored);
            }
        }
        return row;
    }

    private Aggregate enumerated(Cells.Enumerated cells) {
        BigInteger[][] result = new BigInteger[cells.size()][];
        Arrays.setAll(result, cell -> zeros());
        for (List<Map<ColumnName, Object>> unit : units) {
            touched(cells, unit).forEach((cell, rows) -> add(rows, result[cell]));
        }
        return Aggregate.seal(result);
    }

    /** The cells that a unit is in, with the rows that make its values there. */
    private Map<Integer, List<Map<ColumnName, Object>>> touched(
            Cells.Enumerated cells, List<Map<ColumnName, Object>> unit) {
        if (cells instanceof Cells.Whole) {
            return Map.of(0, unit);
        } else if (cells instanceof Cells.Bins bins) {
            OptionalDouble value = value(bins.value(), unit);
            return value.isEmpty() ? Map.of() : Map.of(bin(value.getAsDouble(), bins.grid()), unit);
        } else if (cells instanceof Cells.Funnel funnel) {
            int reached = 0;
            while (reached < funnel.steps().size()
                    && !meeting(funnel.steps().get(reached), unit).isEmpty()) {
                reached++;
            }
            return Map.of(reached, unit);
        } else if (cells instanceof Cells.Atoms atoms) {
            int atom = 0;
            for (int i = 0; i < atoms.audiences().size(); i++) {
                atom |= meeting(atoms.audiences().get(i), unit).isEmpty() ? 0 : 1 << i;
            }
            return Map.of(atom, unit);
        } else if (cells instanceof Cells.Each each) {
            Map<Integer, List<Map<ColumnName, Object>>> touched = new HashMap<>();
            for (int i = 0; i < each.conditions().size(); i++) {
                List<Map<ColumnName, Object>> rows = meeting(each.conditions().get(i), unit);
                if (!rows.isEmpty()) {
                    touched.put(i, rows);
                }
            }
            return touched;
        }
        Cells.Groups groups = (Cells.Groups) cells;
        Map<Integer, List<Map<ColumnName, Object>>> touched = new HashMap<>();
        kept(groups.keys(), groups.limit(), unit).forEach((keys, rows) -> touched.put(cell(groups, keys), rows));
        return touched;
    }

    private static int cell(Cells.Groups groups, List<@Nullable String> places) {
        int cell = 0;
        for (int i = 0; i < places.size(); i++) {
            cell = cell * groups.keys().get(i).size() + Integer.parseInt(Objects.requireNonNull(places.get(i)));
        }
        return cell;
    }

    private Aggregate found(Cells.FoundGroups groups) {
        Map<List<@Nullable String>, BigInteger[]> found = new TreeMap<>(BY_TEXT);
        Map<List<@Nullable String>, Integer> sizes = new HashMap<>();
        for (List<Map<ColumnName, Object>> unit : units) {
            kept(groups.keys(), groups.limit(), unit).forEach((keys, rows) -> {
                add(rows, found.computeIfAbsent(keys, any -> zeros()));
                sizes.merge(keys, 1, Integer::sum);
            });
        }
        found.keySet().removeIf(keys -> sizes.getOrDefault(keys, 0) < groups.atLeast());
        return Aggregate.seal(List.copyOf(found.keySet()), found.values().toArray(BigInteger[][]::new));
    }

    /** A unit's groups, no more than it may keep, with its rows in each. */
    private static Map<List<@Nullable String>, List<Map<ColumnName, Object>>> kept(
            List<? extends GroupKey> keys, UnitLimit limit, List<Map<ColumnName, Object>> unit) {
        Map<List<@Nullable String>, List<Map<ColumnName, Object>>> groups = new LinkedHashMap<>();
        for (Map<ColumnName, Object> row : unit) {
            List<@Nullable String> group = new ArrayList<>();
            boolean hasPlace = true;
            for (GroupKey key : keys) {
                Optional<String> text = key.accept(new ReferenceKeys(row));
                hasPlace &= text.isPresent() || !(key instanceof GroupKey.Enumerated);
                group.add(text.orElse(null));
            }
            if (hasPlace) {
                groups.computeIfAbsent(Collections.unmodifiableList(group), any -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<List<@Nullable String>, List<Map<ColumnName, Object>>> kept = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingLong(group -> order(group.getKey(), limit.salt())))
                .limit(limit.cells())
                .forEach(group -> kept.put(group.getKey(), group.getValue()));
        return kept;
    }

    private static long order(List<@Nullable String> group, long salt) {
        CRC32 hash = new CRC32();
        hash.update((salt + " " + group).getBytes(StandardCharsets.UTF_8));
        return hash.getValue();
    }

    private static List<Map<ColumnName, Object>> meeting(Predicate condition, List<Map<ColumnName, Object>> rows) {
        return rows.stream()
                .filter(row -> ReferenceEvaluator.selects(condition, row))
                .toList();
    }

    private BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[query.measures().size()];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    private void add(List<Map<ColumnName, Object>> rows, BigInteger[] cell) {
        for (int i = 0; i < cell.length; i++) {
            cell[i] =
                    cell[i].add(BigInteger.valueOf(contribution(query.measures().get(i), rows)));
        }
    }

    private static long contribution(Measure measure, List<Map<ColumnName, Object>> rows) {
        if (measure instanceof Measure.ValuedUnits valued) {
            return value(valued.value(), rows).isPresent() ? 1 : 0;
        } else if (measure instanceof Measure.CentredSum sum) {
            OptionalDouble value = value(sum.value(), rows);
            return value.isPresent() ? steps(value.getAsDouble(), sum.bounds()) : 0;
        }
        return 1;
    }

    private static long steps(double value, Bounds bounds) {
        double clamped = Math.min(Math.max(value, bounds.lower()), bounds.upper());
        return (long) Math.floor((clamped - bounds.midpoint()) / bounds.halfWidth() * Measure.CentredSum.STEPS + 0.5);
    }

    private static OptionalDouble value(UnitValue value, List<Map<ColumnName, Object>> rows) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Map<ColumnName, Object> row : rows) {
            number(row.get(value.column().name())).ifPresent(numbers::add);
        }
        if (numbers.isEmpty()) {
            return OptionalDouble.empty();
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return OptionalDouble.of(
                switch (value.combination()) {
                    case SUM -> sum.doubleValue();
                    case AVERAGE -> sum.doubleValue() / numbers.size();
                    case MINIMUM -> Collections.min(numbers).doubleValue();
                    case MAXIMUM -> Collections.max(numbers).doubleValue();
                });
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Optional.of(new BigDecimal(number)) : Optional.empty();
        }
        return Optional.ofNullable(value).map(number -> new BigDecimal(number.toString()));
    }

    /** The bin whose edges are around the value, the edge nearer to zero included. */
    private static int bin(double value, Grid grid) {
        int last = grid.size() - 1;
        if (grid instanceof Grid.Linear linear) {
            Bounds bounds = linear.bounds();
            return value < grid.lowerEdge(1)
                    ? 0
                    : value >= grid.lowerEdge(last)
                            ? last
                            : (int) Math.floor(
                                    (value - bounds.lower()) / (bounds.upper() - bounds.lower()) * grid.size());
        }
        int bin = Grid.Logarithmic.ZERO;
        double distance = Math.abs(value);
        while (value != 0 && (bin == Grid.Logarithmic.ZERO || (bin < last && grid.lowerEdge(bin + 1) <= distance))) {
            bin++;
        }
        return value < 0 ? last - bin : bin;
    }
}
