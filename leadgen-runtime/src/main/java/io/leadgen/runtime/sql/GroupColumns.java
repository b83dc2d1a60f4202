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

/** Keys of groups where a table is scanned: what tells groups apart, and which rows are in none. */
final class GroupColumns implements GroupKey.Visitor<Fragment> {
    private static final int DAYS_OF_WEEK = 7;
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;

    private final SqlDialect dialect;
    private final Conditions conditions;
    private final Operands operands;
    private final List<Fragment> columns = new ArrayList<>();
    private final StringBuilder joins = new StringBuilder();
    private final List<Fragment> ranges = new ArrayList<>();

    GroupColumns(SqlDialect dialect, List<? extends GroupKey> keys) {
        this.dialect = dialect;
        this.conditions = new Conditions(dialect);
        this.operands = new Operands(dialect);
        keys.forEach(key -> columns.add(key.accept(this)));
    }

    /** One column for each key: the place in an enumerated one, the value found for another. */
    List<Fragment> all() {
        return columns;
    }

    /** The places of all keys as one number. */
    Fragment cell(Cells.Groups cells) {
        List<Fragment> places = new ArrayList<>();
        int factor = cells.size();
        for (int i = 0; i < columns.size(); i++) {
            factor /= cells.keys().get(i).size();
            places.add(Fragment.concat("(", columns.get(i), ")" + (factor == 1 ? "" : " * " + factor)));
        }
        return places.size() == 1 ? columns.get(0) : Fragment.join(" + ", places);
    }

    /** What the scanned table is joined with, with a space in front; no row finds more than one partner. */
    String joins() {
        return joins.toString();
    }

    /** Further conditions on rows, each with AND in front. */
    Fragment conditions() {
        return Fragment.join("", ranges);
    }

    @Override
    public Fragment listed(GroupKey.Listed key) {
        List<Fragment> parts = new ArrayList<>();
        for (Literal value : key.values()) {
            parts.add(when(key.column(), ComparisonOperator.EQ, value, parts.size()));
        }
        return ended(parts, key.column(), key.ofNull(), key.ofOthers());
    }

    @Override
    public Fragment bands(GroupKey.Bands key) {
        List<Fragment> parts = new ArrayList<>();
        for (Literal edge : key.edges()) {
            parts.add(when(key.column(), ComparisonOperator.LT, edge, parts.size()));
        }
        return ended(parts, key.column(), key.ofNull(), parts.size());
    }

    private Fragment when(ColumnRef column, ComparisonOperator operator, Literal literal, int place) {
        return Fragment.concat(
                " WHEN ", new Comparison(operator, column, literal).accept(conditions), " THEN " + place);
    }

    /** NULL comes last, since most rows have a value. */
    private Fragment ended(List<Fragment> parts, ColumnRef column, int ofNull, int otherwise) {
        return Fragment.concat(
                "CASE",
                Fragment.join("", parts),
                " WHEN ",
                new Predicate.IsNull(column).accept(conditions),
                " THEN " + ofNull + " ELSE " + otherwise + " END");
    }

    @Override
    public Fragment windows(GroupKey.Windows key) {
        return key.format() == TimeFormat.TYPE ? windowsOfTime(key) : windowsOfDigits(key);
    }

    /** By arithmetic, which takes one step where comparing with the bounds of 366 days takes hundreds. */
    private Fragment windowsOfTime(GroupKey.Windows key) {
        ranges.add(within(key, ComparisonOperator.GE, key.first()));
        ranges.add(within(key, ComparisonOperator.LT, key.start(key.count())));
        LocalDate first = key.first();
        int year = first.getYear();
        int month = first.getMonthValue() - 1;
        return switch (key.every()) {
            case DAY -> days(key);
            case WEEK -> Fragment.concat("CAST(FLOOR(", days(key), " / " + DAYS_OF_WEEK + ") AS INT)");
            case MONTH ->
                Fragment.concat(
                        part(Function.YEAR, key),
                        " * " + MONTHS + " + ",
                        part(Function.MONTH, key),
                        " - " + (year * MONTHS + month + 1));
            case QUARTER ->
                Fragment.concat(
                        part(Function.YEAR, key),
                        " * " + QUARTERS + " + ",
                        part(Function.QUARTER, key),
                        " - " + (year * QUARTERS + month / (MONTHS / QUARTERS) + 1));
            case YEAR -> Fragment.concat(part(Function.YEAR, key), " - " + year);
        };
    }

    private Fragment within(GroupKey.Windows key, ComparisonOperator operator, LocalDate day) {
        Literal literal = key.column().family() == TypeFamily.DATE
                ? new Literal.Date(day)
                : new Literal.Timestamp(day.atStartOfDay());
        return Fragment.concat(" AND ", new Comparison(operator, key.column(), literal).accept(conditions));
    }

    private Fragment days(GroupKey.Windows key) {
        return dialect.days(dialect.typedBind(key.first(), ColumnType.DATE), operands.day(key.column()));
    }

    private Fragment part(Function function, GroupKey.Windows key) {
        return new Operand.Call(function, List.of(key.column()))
                .accept(operands)
                .sql();
    }

    /** By a join, since digits are text or partitions that no arithmetic is safe on; the digits are ours, and stand in the text. */
    private Fragment windowsOfDigits(GroupKey.Windows key) {
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
        Value column = key.column().accept(operands);
        joins.append(" JOIN (VALUES " + String.join(", ", rows) + ") AS " + table + " (period, place) ON "
                + column.sql().text() + " = " + table + ".period");
        return Fragment.of(table + ".place");
    }

    @Override
    public Fragment values(GroupKey.Values key) {
        return key.column().accept(operands).sql();
    }

    @Override
    public Fragment calendar(GroupKey.Calendar key) {
        return key.start().accept(operands).sql();
    }
}
