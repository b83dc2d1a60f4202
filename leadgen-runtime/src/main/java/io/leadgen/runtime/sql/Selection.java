package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitLimit;
import io.leadgen.predicate.Predicate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Renders the SELECT of one query, in up to three levels: the scan of the table {@code t0}; if cells depend on rows and a unit
 * has several, a statement that groups the rows {@code r} by unit; and a statement that aggregates the units {@code u}.
 *
 * <p>The filter of a query that {@link AggregateQuery#readsMore} is in no WHERE, from which an engine could decide what to read.
 * Instead a row that it does not select has no unit, and only units count.
 */
final class Selection implements Cells.Visitor<SqlFragment> {
    private static final List<String> CELL = List.of("cell");
    private final SqlDialect dialect;
    private final AggregateQuery query;
    private final UnitValues values;
    private final Conditions conditions;
    private final Marks marks;
    /** The column that identifies a unit; null if each row is a unit. */
    private final @Nullable String key;
    /** Whether the filter decides about the unit of a row, and not about the row. */
    private final boolean masked;

    private final GroupColumns ungrouped;
    private final SqlFragment table;

    Selection(SqlDialect dialect, AggregateQuery query, SqlFragment table) {
        this.dialect = dialect;
        this.query = query;
        this.table = table;
        this.values = UnitValues.of(dialect, query);
        this.conditions = new Conditions(dialect);
        this.marks = new Marks(conditions);
        this.key = query.unit() instanceof PrivacyUnit.Key unit
                ? "t0." + dialect.quote(unit.column().value())
                : null;
        this.masked = query.readsMore();
        this.ungrouped = new GroupColumns(dialect, List.of(), masked);
    }

    @Override
    public SqlFragment whole(Cells.Whole cells) {
        return values.isEmpty() ? counts() : select(measures(), units(null), "");
    }

    /** A count of units needs no grouping by unit. */
    private SqlFragment counts() {
        SqlFragment count = key != null
                ? SqlFragment.concat("COUNT(DISTINCT ", unit(ungrouped), ")")
                : masked ? dialect.countIf(query.filter().accept(conditions)) : SqlFragment.of("COUNT(*)");
        List<SqlFragment> selected = new ArrayList<>();
        for (int i = 0; i < query.measures().size(); i++) {
            selected.add(as(count, "m" + i));
        }
        return SqlFragment.concat("SELECT ", SqlFragment.join(", ", selected), scan(ungrouped));
    }

    @Override
    public SqlFragment bins(Cells.Bins cells) {
        String value = "u.v" + values.index(cells.value());
        String bin = new Arithmetic(dialect).bin(value, cells.grid());
        return byCell(cut(bin, units(null)), " WHERE (u.cell IS NOT NULL)");
    }

    @Override
    public SqlFragment funnel(Cells.Funnel cells) {
        return byCell(
                key == null
                        ? units(new Named(marks.firstMissing(cells.steps()), "cell"))
                        : cut(
                                Marks.firstMissing("u.marks", cells.steps().size()),
                                units(new Named(marks.of(cells.steps()), "marks"))),
                "");
    }

    @Override
    public SqlFragment atoms(Cells.Atoms cells) {
        return byCell(units(new Named(marks.of(cells.audiences()), "cell")), "");
    }

    @Override
    public SqlFragment groups(Cells.Groups cells) {
        GroupColumns columns = new GroupColumns(dialect, cells.keys(), masked);
        boolean limited = query.cellsPerUnit() < cells.size();
        SqlFragment units = grouped(columns, CELL, List.of(columns.cell(cells)), limited ? cells.limit() : null);
        return byCell(units, limited && key != null ? limitPerUnit(cells.limit()) : "");
    }

    @Override
    public SqlFragment foundGroups(Cells.FoundGroups cells) {
        GroupColumns columns = new GroupColumns(dialect, cells.keys(), masked);
        List<String> names = new ArrayList<>();
        List<SqlFragment> selected = new ArrayList<>();
        for (GroupKey group : cells.keys()) {
            String name = "g" + names.size();
            names.add(name);
            SqlFragment found = SqlFragment.of("u." + name);
            boolean day = group instanceof GroupKey.Calendar
                    || (group instanceof GroupKey.Values && group.column().family() == TypeFamily.DATE);
            selected.add(as(day ? dialect.cast(found, ColumnType.STRING) : found, name));
        }
        selected.addAll(measures());
        return select(
                selected,
                grouped(columns, names, columns.all(), cells.limit()),
                (key == null ? "" : limitPerUnit(cells.limit()))
                        + " GROUP BY u." + String.join(", u.", names)
                        + " HAVING " + count() + " >= " + cells.atLeast()
                        + " LIMIT " + (Cells.FoundGroups.MOST_GROUPS + 1));
    }

    private static String limitPerUnit(UnitLimit limit) {
        return " WHERE (u.turn <= " + limit.cells() + ")";
    }

    /** One row for each unit and cell, with its values, and with its rank among the unit's cells if these are limited. */
    private SqlFragment grouped(
            GroupColumns columns, List<String> names, List<SqlFragment> cells, @Nullable UnitLimit limit) {
        List<SqlFragment> scanned = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            scanned.add(as(cells.get(i), names.get(i)));
        }
        if (key == null) {
            scanned.addAll(numbered(values.ofRows(values.scanned()), "v"));
            if (masked) {
                scanned.add(as(unit(columns), "unit"));
            }
            return SqlFragment.concat("SELECT ", SqlFragment.join(", ", scanned), scan(columns));
        }
        List<SqlFragment> selected = new ArrayList<>();
        names.forEach(name -> selected.add(SqlFragment.of("r." + name + " AS " + name)));
        selected.addAll(numbered(values.ofGroups(values.carried()), "v"));
        String cell = "r." + String.join(", r.", names);
        if (masked) {
            selected.add(SqlFragment.of("r.unit AS unit"));
        }
        if (limit != null) {
            selected.add(SqlFragment.concat(
                    "ROW_NUMBER() OVER (PARTITION BY r.unit ORDER BY ",
                    // Always a marker of its own: packed values are only visible in the scan.
                    dialect.hash(
                            dialect.cast(SqlFragment.marker(limit.salt(), ColumnType.BIGINT), ColumnType.BIGINT),
                            "r.unit, " + cell),
                    ", " + cell + ") AS turn"));
        }
        return SqlFragment.concat(
                "SELECT ",
                SqlFragment.join(", ", selected),
                " FROM (",
                rows(unit(columns), scanned, columns),
                ") AS r GROUP BY r.unit, " + cell);
    }

    @Override
    public SqlFragment each(Cells.Each cells) {
        return key == null && values.isEmpty() ? countEach(cells.conditions()) : each(cells.conditions());
    }

    /** Counting rows needs no marks. */
    private SqlFragment countEach(List<Predicate> predicates) {
        List<SqlFragment> selected = new ArrayList<>();
        for (Predicate predicate : predicates) {
            SqlFragment count = dialect.countIf(met(predicate));
            query.measures().forEach(measure -> selected.add(as(count, "m" + selected.size())));
        }
        return SqlFragment.concat("SELECT ", SqlFragment.join(", ", selected), scan(ungrouped));
    }

    /** What a row has to meet to be in the cell of a condition. */
    private SqlFragment met(Predicate condition) {
        return (masked ? new Predicate.And(List.of(query.filter(), condition)) : condition).accept(conditions);
    }

    private SqlFragment each(List<Predicate> predicates) {
        List<SqlFragment> columns = new ArrayList<>();
        for (Predicate condition : predicates) {
            columns.add(as(SqlFragment.concat("CASE WHEN ", met(condition), " THEN 1 END"), "c" + columns.size()));
        }
        List<SqlFragment> selected = new ArrayList<>();
        for (int cell = 0; cell < predicates.size(); cell++) {
            String met = "u.c" + cell;
            for (Measure measure : query.measures()) {
                selected.add(
                        as(measure(measure, "COUNT(" + met + ")", value -> met + "v" + value), "m" + selected.size()));
            }
        }
        SqlFragment unit = SqlFragment.of(key == null ? "1" : key);
        return select(selected, eachUnit(predicates.size(), rows(unit, columns, ungrouped)), "");
    }

    /** One row for each unit, with a mark for each predicate that it matches, and the values of the matching rows. */
    private SqlFragment eachUnit(int count, SqlFragment rows) {
        List<SqlFragment> selected = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            String met = "r.c" + cell;
            selected.add(SqlFragment.of((key == null ? met : "MAX(" + met + ")") + " AS c" + cell));
            List<TypedSql> columns = new ArrayList<>();
            for (TypedSql column : values.carried()) {
                columns.add(new TypedSql(
                        SqlFragment.concat("CASE WHEN " + met + " = 1 THEN ", column.sql(), " END"), column.type()));
            }
            List<SqlFragment> made = key == null ? values.ofRows(columns) : values.ofGroups(columns);
            selected.addAll(numbered(made, "c" + cell + "v"));
        }
        return SqlFragment.concat(
                "SELECT ",
                SqlFragment.join(", ", selected),
                " FROM (",
                rows,
                ") AS r" + (key == null ? "" : " GROUP BY r.unit"));
    }

    /** One row for each scanned row: its unit, these columns, and the columns of the values. */
    private SqlFragment rows(SqlFragment unit, List<SqlFragment> columns, GroupColumns groups) {
        List<SqlFragment> selected = new ArrayList<>();
        if (key != null) {
            selected.add(as(unit, "unit"));
        }
        selected.addAll(columns);
        selected.addAll(numbered(values.scanned().stream().map(TypedSql::sql).toList(), "x"));
        return SqlFragment.concat("SELECT ", SqlFragment.join(", ", selected), scan(groups));
    }

    /**
     * One row for each unit: a column, and its values as doubles.
     *
     * @param column of a row; the bits of all rows of a unit are joined. Null for none
     */
    private SqlFragment units(@Nullable Named column) {
        boolean grouped = key != null;
        List<SqlFragment> selected = new ArrayList<>();
        if (column != null) {
            SqlFragment carried = grouped && masked ? SqlFragment.of("r." + column.name()) : column.expression();
            selected.add(as(grouped ? dialect.anyBits(carried) : carried, column.name()));
        }
        if (!grouped || !masked) {
            List<TypedSql> scanned = values.scanned();
            selected.addAll(numbered(grouped ? values.ofGroups(scanned) : values.ofRows(scanned), "v"));
            if (masked) {
                selected.add(as(unit(ungrouped), "unit"));
            }
            return SqlFragment.concat(
                    "SELECT ", SqlFragment.join(", ", selected), scan(ungrouped), grouped ? " GROUP BY " + key : "");
        }
        selected.addAll(numbered(values.ofGroups(values.carried()), "v"));
        selected.add(SqlFragment.of("r.unit AS unit"));
        List<SqlFragment> columns = column == null ? List.of() : List.of(as(column.expression(), column.name()));
        return SqlFragment.concat(
                "SELECT ",
                SqlFragment.join(", ", selected),
                " FROM (",
                rows(unit(ungrouped), columns, ungrouped),
                ") AS r GROUP BY r.unit");
    }

    /** Units with their cell, which is an expression over {@code u}. */
    private SqlFragment cut(String cell, SqlFragment units) {
        List<String> selected = new ArrayList<>(List.of(cell + " AS cell"));
        for (int i = 0; i < values.all().size(); i++) {
            selected.add("u.v" + i + " AS v" + i);
        }
        if (masked) {
            selected.add("u.unit AS unit");
        }
        return SqlFragment.concat("SELECT " + String.join(", ", selected) + " FROM (", units, ") AS u");
    }

    private SqlFragment byCell(SqlFragment units, String where) {
        List<SqlFragment> selected = new ArrayList<>(List.of(SqlFragment.of("u.cell AS cell")));
        selected.addAll(measures());
        return select(selected, units, where + " GROUP BY u.cell");
    }

    private static SqlFragment select(List<SqlFragment> selected, SqlFragment units, String rest) {
        return SqlFragment.concat("SELECT ", SqlFragment.join(", ", selected), " FROM (", units, ") AS u" + rest);
    }

    private List<SqlFragment> measures() {
        return numbered(
                query.measures().stream()
                        .map(measure -> measure(measure, count(), this::ofUnit))
                        .toList(),
                "m");
    }

    private SqlFragment measure(Measure measure, String count, IntFunction<String> reference) {
        if (measure instanceof Measure.ValuedUnits valued) {
            return SqlFragment.of("COUNT(" + reference.apply(values.index(valued.value())) + ")");
        } else if (measure instanceof Measure.CentredSum sum) {
            String value = reference.apply(values.index(sum.value()));
            return SqlFragment.concat(
                    "COALESCE(", dialect.exactSum(new Arithmetic(dialect).steps(value, sum.bounds()), 0), ", 0)");
        }
        return SqlFragment.of(count);
    }

    /** How many units there are. */
    private String count() {
        return masked ? "COUNT(u.unit)" : "COUNT(*)";
    }

    private String ofUnit(int value) {
        return masked ? "CASE WHEN u.unit IS NOT NULL THEN u.v" + value + " END" : "u.v" + value;
    }

    /** The unit of a scanned row; NULL for a row that does not count. */
    private SqlFragment unit(GroupColumns groups) {
        String unit = key == null ? "1" : key;
        return masked
                ? SqlFragment.concat(
                        "CASE WHEN ", query.filter().accept(conditions), groups.conditions(), " THEN " + unit + " END")
                : SqlFragment.of(unit);
    }

    private SqlFragment scan(GroupColumns groups) {
        return SqlFragment.concat(
                " FROM ",
                dialect.source(table),
                groups.joins() + " WHERE ",
                query.scanned().accept(conditions),
                key == null ? "" : " AND (" + key + " IS NOT NULL)",
                masked ? "" : groups.conditions());
    }

    /** A column with its name. */
    private record Named(SqlFragment expression, String name) {}

    private static SqlFragment as(SqlFragment expression, String name) {
        return SqlFragment.concat(expression, " AS " + name);
    }

    private static List<SqlFragment> numbered(List<SqlFragment> expressions, String prefix) {
        return IntStream.range(0, expressions.size())
                .mapToObj(i -> as(expressions.get(i), prefix + i))
                .toList();
    }
}
