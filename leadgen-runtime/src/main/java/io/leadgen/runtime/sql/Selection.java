package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Predicate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SELECT for one query: the scan of the table {@code t0}, where rows are units by themselves or cut only as units; around
 * it, where units with many rows are cut by rows, a statement over the rows {@code r} that makes units of them; around that, a
 * statement over the units {@code u} that adds them up.
 */
final class Selection implements Cells.Visitor<Fragment> {
    private static final List<String> CELL = List.of("cell");

    private final SqlDialect dialect;
    private final AggregateQuery query;
    private final UnitValues values;
    private final Conditions conditions;
    /** The column that tells units apart; null where every row is a unit. */
    private final @Nullable String key;

    Selection(SqlDialect dialect, AggregateQuery query) {
        this.dialect = dialect;
        this.query = query;
        this.values = UnitValues.of(dialect, query);
        this.conditions = new Conditions(dialect);
        this.key = query.unit() instanceof PrivacyUnit.Key unit
                ? "t0." + dialect.quote(unit.column().value())
                : null;
    }

    @Override
    public Fragment whole(Cells.Whole cells) {
        return values.isEmpty() ? counts() : select(measures(), units(List.of()), "");
    }

    /** A count of units needs no unit's value, and no grouping by unit. */
    private Fragment counts() {
        String count = key == null ? "COUNT(*)" : "COUNT(DISTINCT " + key + ")";
        List<Fragment> selected = new ArrayList<>();
        for (int i = 0; i < query.measures().size(); i++) {
            selected.add(Fragment.of(count + " AS m" + i));
        }
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), scan(Fragment.of("")));
    }

    @Override
    public Fragment bins(Cells.Bins cells) {
        String value = "u.v" + values.index(cells.value());
        String bin = new Arithmetic(dialect).bin(value, cells.grid());
        return byCell(cut(bin, units(List.of())), " WHERE (u.cell IS NOT NULL)");
    }

    @Override
    public Fragment funnel(Cells.Funnel cells) {
        return byCell(
                key == null
                        ? units(List.of(as(reached(cells.steps()), "cell")))
                        : cut(
                                reached(cells.steps().size()),
                                units(List.of(as(dialect.anyBits(marks(cells.steps())), "marks")))),
                "");
    }

    /** The first step that a row does not meet. */
    private Fragment reached(List<Predicate> steps) {
        Fragment reached = Fragment.of("" + steps.size());
        for (int step = steps.size() - 1; step >= 0; step--) {
            reached = Fragment.concat(
                    "CASE WHEN ", steps.get(step).accept(conditions), " THEN ", reached, " ELSE " + step + " END");
        }
        return reached;
    }

    /** The first step of which a unit has no mark. */
    private static String reached(int steps) {
        StringBuilder reached = new StringBuilder("CASE");
        for (int step = 0; step < steps; step++) {
            int marks = 1 << (step + 1);
            reached.append(" WHEN MOD(u.marks, " + marks + ") < " + (marks - 1) + " THEN " + step);
        }
        return reached.append(" ELSE " + steps + " END").toString();
    }

    @Override
    public Fragment atoms(Cells.Atoms cells) {
        Fragment marks = marks(cells.audiences());
        return byCell(units(List.of(as(key == null ? marks : dialect.anyBits(marks), "cell"))), "");
    }

    /** One bit for each condition that a row meets. */
    private Fragment marks(List<Predicate> predicates) {
        List<Fragment> marks = new ArrayList<>();
        for (Predicate predicate : predicates) {
            marks.add(Fragment.concat(
                    "CASE WHEN ", predicate.accept(conditions), " THEN " + (1 << marks.size()) + " ELSE 0 END"));
        }
        return Fragment.join(" + ", marks);
    }

    @Override
    public Fragment groups(Cells.Groups cells) {
        GroupColumns columns = new GroupColumns(dialect, cells.keys());
        boolean limited = query.cellsPerUnit() < cells.size();
        Fragment units = grouped(columns, CELL, List.of(columns.cell(cells)), limited ? cells.limit() : null);
        return byCell(units, limited && key != null ? turns(cells.limit()) : "");
    }

    @Override
    public Fragment foundGroups(Cells.FoundGroups cells) {
        GroupColumns columns = new GroupColumns(dialect, cells.keys());
        List<String> names = new ArrayList<>();
        List<Fragment> selected = new ArrayList<>();
        for (GroupKey group : cells.keys()) {
            String name = "g" + names.size();
            names.add(name);
            Fragment found = Fragment.of("u." + name);
            boolean day = group instanceof GroupKey.Calendar
                    || (group instanceof GroupKey.Values && group.column().family() == TypeFamily.DATE);
            selected.add(as(day ? dialect.cast(found, ColumnType.STRING) : found, name));
        }
        selected.addAll(measures());
        return select(
                selected,
                grouped(columns, names, columns.all(), cells.limit()),
                (key == null ? "" : turns(cells.limit()))
                        + " GROUP BY u." + String.join(", u.", names)
                        + " HAVING COUNT(*) >= " + cells.atLeast()
                        + " LIMIT " + (Cells.FoundGroups.MOST_GROUPS + 1));
    }

    private static String turns(UnitLimit limit) {
        return " WHERE (u.turn <= " + limit.cells() + ")";
    }

    /** One row for each cell of each unit, with its values, and with its turn among the unit's cells if these are limited. */
    private Fragment grouped(
            GroupColumns columns, List<String> names, List<Fragment> cells, @Nullable UnitLimit limit) {
        List<Fragment> scanned = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            scanned.add(as(cells.get(i), names.get(i)));
        }
        if (key == null) {
            scanned.addAll(numbered(values.ofRows(values.scanned()), "v"));
            return Fragment.concat("SELECT ", Fragment.join(", ", scanned), scan(columns));
        }
        List<Fragment> selected = new ArrayList<>();
        names.forEach(name -> selected.add(Fragment.of("r." + name + " AS " + name)));
        selected.addAll(numbered(values.ofGroups(values.carried()), "v"));
        String cell = "r." + String.join(", r.", names);
        if (limit != null) {
            selected.add(Fragment.concat(
                    "ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY ",
                    // A marker in every form of a statement: the scan, and what stands beside it, is not seen from
                    // here.
                    dialect.hash(
                            dialect.cast(Fragment.marker(limit.salt(), ColumnType.BIGINT), ColumnType.BIGINT),
                            "r.unit, " + cell),
                    ", " + cell + ") AS turn"));
        }
        return Fragment.concat(
                "SELECT ",
                Fragment.join(", ", selected),
                " FROM (",
                rows(scanned, scan(columns)),
                ") AS r GROUP BY r.unit, " + cell);
    }

    @Override
    public Fragment each(Cells.Each cells) {
        return key == null && values.isEmpty() ? countEach(cells.conditions()) : each(cells.conditions());
    }

    /** Where rows are counted and nothing else, there is nothing to mark. */
    private Fragment countEach(List<Predicate> predicates) {
        List<Fragment> selected = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Fragment count = dialect.countIf(predicate.accept(conditions));
            query.measures().forEach(measure -> selected.add(as(count, "m" + selected.size())));
        }
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), scan(Fragment.of("")));
    }

    private Fragment each(List<Predicate> predicates) {
        List<Fragment> met = new ArrayList<>();
        for (Predicate condition : predicates) {
            met.add(as(Fragment.concat("CASE WHEN ", condition.accept(conditions), " THEN 1 END"), "c" + met.size()));
        }
        List<Fragment> selected = new ArrayList<>();
        for (int cell = 0; cell < predicates.size(); cell++) {
            for (Measure measure : query.measures()) {
                selected.add(as(measure(measure, "COUNT(u.c" + cell + ")", "c" + cell + "v"), "m" + selected.size()));
            }
        }
        return select(selected, eachUnit(predicates.size(), rows(met, scan(Fragment.of("")))), "");
    }

    /** One row for each unit, with a mark for each condition that it meets, and the values of the rows that meet it. */
    private Fragment eachUnit(int count, Fragment rows) {
        List<Fragment> selected = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            String met = "r.c" + cell;
            selected.add(Fragment.of((key == null ? met : "MAX(" + met + ")") + " AS c" + cell));
            List<Value> columns = new ArrayList<>();
            for (Value column : values.carried()) {
                columns.add(new Value(
                        Fragment.concat("CASE WHEN " + met + " = 1 THEN ", column.sql(), " END"), column.type()));
            }
            List<Fragment> made = key == null ? values.ofRows(columns) : values.ofGroups(columns);
            selected.addAll(numbered(made, "c" + cell + "v"));
        }
        return Fragment.concat(
                "SELECT ",
                Fragment.join(", ", selected),
                " FROM (",
                rows,
                ") AS r" + (key == null ? "" : " GROUP BY r.unit"));
    }

    /** One row for each row, with its unit, the given columns and those that values are made of. */
    private Fragment rows(List<Fragment> columns, Fragment scan) {
        List<Fragment> selected = new ArrayList<>();
        if (key != null) {
            selected.add(Fragment.of(key + " AS unit"));
        }
        selected.addAll(columns);
        selected.addAll(numbered(values.scanned().stream().map(Value::sql).toList(), "x"));
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), scan);
    }

    /** One row for each unit, with the given columns and its values as doubles. */
    private Fragment units(List<Fragment> columns) {
        List<Fragment> selected = new ArrayList<>(columns);
        List<Value> scanned = values.scanned();
        selected.addAll(numbered(key == null ? values.ofRows(scanned) : values.ofGroups(scanned), "v"));
        return Fragment.concat(
                "SELECT ", Fragment.join(", ", selected), scan(Fragment.of("")), key == null ? "" : " GROUP BY " + key);
    }

    /** Units with their cell, which is made of the columns of {@code u}. */
    private Fragment cut(String cell, Fragment units) {
        List<String> selected = new ArrayList<>(List.of(cell + " AS cell"));
        for (int i = 0; i < values.all().size(); i++) {
            selected.add("u.v" + i + " AS v" + i);
        }
        return Fragment.concat("SELECT " + String.join(", ", selected) + " FROM (", units, ") AS u");
    }

    private Fragment byCell(Fragment units, String where) {
        List<Fragment> selected = new ArrayList<>(List.of(Fragment.of("u.cell AS cell")));
        selected.addAll(measures());
        return select(selected, units, where + " GROUP BY u.cell");
    }

    private static Fragment select(List<Fragment> selected, Fragment units, String rest) {
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), " FROM (", units, ") AS u" + rest);
    }

    private List<Fragment> measures() {
        return numbered(
                query.measures().stream()
                        .map(measure -> measure(measure, "COUNT(*)", "v"))
                        .toList(),
                "m");
    }

    private Fragment measure(Measure measure, String count, String value) {
        if (measure instanceof Measure.ValuedUnits valued) {
            return Fragment.of("COUNT(" + reference(value, valued.value()) + ")");
        } else if (measure instanceof Measure.CentredSum sum) {
            Fragment steps = new Arithmetic(dialect).steps(reference(value, sum.value()), sum.bounds());
            return Fragment.concat("COALESCE(", dialect.exactSum(steps, 0), ", 0)");
        }
        return Fragment.of(count);
    }

    private String reference(String prefix, UnitValue value) {
        return "u." + prefix + values.index(value);
    }

    private Fragment scan(GroupColumns columns) {
        return scan(columns.joins(), columns.conditions());
    }

    private Fragment scan(Fragment conditions) {
        return scan("", conditions);
    }

    private Fragment scan(String joins, Fragment more) {
        return Fragment.concat(
                " FROM ",
                dialect.source(query.table()),
                joins + " WHERE ",
                query.filter().accept(conditions),
                key == null ? "" : " AND (" + key + " IS NOT NULL)",
                more);
    }

    private static Fragment as(Fragment expression, String name) {
        return Fragment.concat(expression, " AS " + name);
    }

    private static List<Fragment> numbered(List<Fragment> expressions, String prefix) {
        List<Fragment> named = new ArrayList<>();
        for (Fragment expression : expressions) {
            named.add(as(expression, prefix + named.size()));
        }
        return named;
    }
}
