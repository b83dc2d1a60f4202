package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Function;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Renders the keys of groups: the expression that identifies a group, and the condition for rows in no group. */
final class GroupColumns implements GroupKey.Visitor<SqlFragment> {
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;

    private final SqlDialect dialect;
    private final Conditions conditions;
    private final Operands operands;
    private final boolean everyRow;
    private final List<SqlFragment> columns = new ArrayList<>();
    private final StringBuilder joins = new StringBuilder();
    private final List<SqlFragment> ranges = new ArrayList<>();

    /** @param everyRow whether rows in no group stay, so that joins remove none */
    GroupColumns(SqlDialect dialect, List<? extends GroupKey> keys, boolean everyRow) {
        this.dialect = dialect;
        this.everyRow = everyRow;
        this.conditions = new Conditions(dialect);
        this.operands = new Operands(dialect);
        keys.forEach(key -> columns.add(key.accept(this)));
    }

    /** One column for each key: the index for an enumerated key, else the value. */
    List<SqlFragment> all() {
        return columns;
    }

    /** The indexes of all keys combined into one number. */
    SqlFragment cell(Cells.Groups cells) {
        List<SqlFragment> indexes = new ArrayList<>();
        int factor = cells.size();
        for (int i = 0; i < columns.size(); i++) {
            factor /= cells.keys().get(i).size();
            indexes.add(SqlFragment.concat("(", columns.get(i), ")" + (factor == 1 ? "" : " * " + factor)));
        }
        return indexes.size() == 1 ? columns.get(0) : SqlFragment.join(" + ", indexes);
    }

    /** Joins for the scanned table, each after a space; a row matches once at most. */
    String joins() {
        return joins.toString();
    }

    /** More conditions on rows, each after AND. */
    SqlFragment conditions() {
        return SqlFragment.join("", ranges);
    }

    @Override
    public SqlFragment listed(GroupKey.Listed key) {
        List<SqlFragment> parts = new ArrayList<>();
        for (Literal value : key.values()) {
            parts.add(when(key.column(), ComparisonOperator.EQ, value, parts.size()));
        }
        return caseOf(parts, key.column(), key.ofNull(), key.ofOthers());
    }

    @Override
    public SqlFragment bands(GroupKey.Bands key) {
        List<SqlFragment> parts = new ArrayList<>();
        for (Literal edge : key.edges()) {
            parts.add(when(key.column(), ComparisonOperator.LT, edge, parts.size()));
        }
        return caseOf(parts, key.column(), key.ofNull(), parts.size());
    }

    private SqlFragment when(ColumnRef column, ComparisonOperator operator, Literal literal, int index) {
        return SqlFragment.concat(
                " WHEN ", new Comparison(operator, column, literal).accept(conditions), " THEN " + index);
    }

    /** Tests for NULL last, because most rows have a value. */
    private SqlFragment caseOf(List<SqlFragment> parts, ColumnRef column, int ofNull, int otherwise) {
        return SqlFragment.concat(
                "CASE",
                SqlFragment.join("", parts),
                " WHEN ",
                new Predicate.IsNull(column).accept(conditions),
                " THEN " + ofNull + " ELSE " + otherwise + " END");
    }

    @Override
    public SqlFragment windows(GroupKey.Windows key) {
        return key.format() == TimeFormat.TYPE ? timeWindows(key) : periodWindows(key);
    }

    private SqlFragment timeWindows(GroupKey.Windows key) {
        SqlFragment from = within(key, ComparisonOperator.GE, key.first());
        SqlFragment to = within(key, ComparisonOperator.LT, key.start(key.count()));
        ranges.add(SqlFragment.concat(" AND ", from, " AND ", to));
        return everyRow
                ? SqlFragment.concat("CASE WHEN ", from, " AND ", to, " THEN ", windowOf(key), " END")
                : windowOf(key);
    }

    /** Uses arithmetic: one step instead of comparisons with up to 366 days. */
    private SqlFragment windowOf(GroupKey.Windows key) {
        LocalDate first = key.first();
        int year = first.getYear();
        int month = first.getMonthValue() - 1;
        return switch (key.every()) {
            case DAY -> days(key);
            case WEEK -> SqlFragment.concat("CAST(FLOOR(", days(key), " / " + DAYS_OF_WEEK + ") AS INT)");
            case MONTH ->
                SqlFragment.concat(
                        part(Function.YEAR, key),
                        " * " + MONTHS + " + ",
                        part(Function.MONTH, key),
                        " - " + (year * MONTHS + month + 1));
            case QUARTER ->
                SqlFragment.concat(
                        part(Function.YEAR, key),
                        " * " + QUARTERS + " + ",
                        part(Function.QUARTER, key),
                        " - " + (year * QUARTERS + month / (MONTHS / QUARTERS) + 1));
            case YEAR -> SqlFragment.concat(part(Function.YEAR, key), " - " + year);
        };
    }

    private SqlFragment within(GroupKey.Windows key, ComparisonOperator operator, LocalDate day) {
        Literal literal = key.column().family() == TypeFamily.DATE
                ? new Literal.Date(day)
                : new Literal.Timestamp(day.atStartOfDay());
        return new Comparison(operator, key.column(), literal).accept(conditions);
    }

    private SqlFragment days(GroupKey.Windows key) {
        return dialect.days(dialect.typedBind(key.first(), ColumnType.DATE), operands.day(key.column()));
    }

    private SqlFragment part(Function function, GroupKey.Windows key) {
        return new Operand.Call(function, List.of(key.column()))
                .accept(operands)
                .sql();
    }

    /** Uses a join, because arithmetic on text or partition values is not safe. The periods are generated, so they are text. */
    private SqlFragment periodWindows(GroupKey.Windows key) {
        String table = "w" + columns.size();
        List<String> rows = new ArrayList<>();
        for (int window = 0; window < key.count(); window++) {
            for (Literal period : key.periods(window)) {
                String digits = period instanceof Literal.Text text
                        ? "'" + text.value() + "'"
                        : ((Literal.Number) period).value().toPlainString();
                rows.add("(" + digits + ", " + window + ")");
            }
        }
        TypedSql column = key.column().accept(operands);
        joins.append((everyRow ? " LEFT" : "") + " JOIN (VALUES " + String.join(", ", rows) + ") AS " + table
                + " (period, place) ON " + column.sql().text() + " = " + table + ".period");
        if (everyRow) {
            ranges.add(SqlFragment.of(" AND (" + table + ".place IS NOT NULL)"));
        }
        return SqlFragment.of(table + ".place");
    }

    @Override
    public SqlFragment values(GroupKey.Values key) {
        return key.column().accept(operands).sql();
    }

    @Override
    public SqlFragment calendar(GroupKey.Calendar key) {
        return key.start().accept(operands).sql();
    }
}
