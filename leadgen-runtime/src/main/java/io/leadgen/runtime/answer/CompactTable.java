package io.leadgen.runtime.answer;

import io.leadgen.question.answer.Interval;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list of an answer as rows of text, for agents that are given nothing but the text: a column for each field that has a value
 * somewhere, and each number with its ±. An interval belongs to the number before it.
 */
public final class CompactTable {
    /** Wider cells are not padded: one long condition must not fill every row with spaces. */
    private static final int WIDEST_PADDED = 40;

    /** With the same rows in the structured answer, this is as much as clients pass on: 20,000 tokens. */
    private static final int MOST_ROWS = 200;

    private static final String NONE = "(none)";
    private static final String COUNT = "approx_count";

    private record Column(String header, Function<Map<?, ?>, String> cell) {}

    private CompactTable() {}

    /**
     * The rows of a list, or of values by name.
     *
     * @param field the list
     * @return lines with a header, each ending with a line break; empty if the list is
     */
    public static <A> String of(Shape<A> shape, A answer, String field) {
        List<Map<?, ?>> rows = rows(shape.tree(answer).get(field));
        if (rows.isEmpty()) {
            return "";
        }
        List<Column> columns = columns(shape.items(field), rows);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::header).toList());
        rows.stream()
                .limit(MOST_ROWS)
                .forEach(row -> lines.add(
                        columns.stream().map(column -> column.cell().apply(row)).toList()));
        return text(lines)
                + (rows.size() > MOST_ROWS
                        ? "and " + (rows.size() - MOST_ROWS)
                                + " more rows: ask for fewer groups, or with a narrower predicate\n"
                        : "");
    }

    private static List<Map<?, ?>> rows(@Nullable Object list) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (list instanceof Map<?, ?> named) {
            named.forEach((name, row) -> {
                Map<Object, @Nullable Object> withName = new LinkedHashMap<>();
                withName.put("name", name);
                withName.putAll((Map<?, ?>) row);
                rows.add(withName);
            });
        } else if (list instanceof List<?> items) {
            items.forEach(item -> rows.add((Map<?, ?>) item));
        }
        return rows;
    }

    private static List<Column> columns(Shape<?> shape, List<Map<?, ?>> rows) {
        Map<?, ?> first = rows.get(0);
        List<Column> columns = new ArrayList<>();
        if (first.containsKey("name")
                && shape.fields().stream().noneMatch(field -> field.name().equals("name"))) {
            columns.add(new Column("name", row -> plain(row.get("name"))));
        }
        Map<String, String> intervals = new LinkedHashMap<>();
        String number = "";
        for (Shape.Field<?> field : shape.fields()) {
            if (is(field, CommonShapes.INTERVAL)) {
                intervals.put(number, field.name());
            } else if (isNumber(field)) {
                number = field.name();
            }
        }
        for (Shape.Field<?> field : shape.fields()) {
            String name = field.name();
            if (first.get(name) instanceof Map<?, ?> keys && unwrapped(field) instanceof Type.MapOf) {
                keys.keySet()
                        .forEach(key -> columns.add(new Column(
                                plain(key),
                                row -> row.get(name) instanceof Map<?, ?> map ? orNone(plain(map.get(key))) : "")));
            } else if (is(field, CommonShapes.SIZE)) {
                columns.add(new Column(
                        name, row -> row.get(name) instanceof Map<?, ?> size ? size(size, COUNT, "interval") : ""));
            } else if (intervals.containsKey(name)) {
                // A number that no row has was not asked for, however many rows are suppressed.
                boolean asked = name.equals(COUNT) || rows.stream().anyMatch(row -> row.get(name) != null);
                columns.add(new Column(name, row -> asked ? size(row, name, intervals.get(name)) : ""));
            } else if (!is(field, CommonShapes.INTERVAL) && !name.equals("suppressed")) {
                columns.add(new Column(name, row -> plain(row.get(name))));
            }
        }
        return columns;
    }

    private static Type<?> unwrapped(Shape.Field<?> field) {
        return field.type() instanceof Type.OrNull<?> nullable ? nullable.type() : field.type();
    }

    private static boolean is(Shape.Field<?> field, Shape<?> shape) {
        return unwrapped(field) == shape;
    }

    private static boolean isNumber(Shape.Field<?> field) {
        return unwrapped(field) == Scalars.NUMBER || unwrapped(field) == Scalars.WHOLE;
    }

    private static String size(Map<?, ?> tree, String field, @Nullable String interval) {
        Object value = tree.get(field);
        if (value == null) {
            return Boolean.TRUE.equals(tree.get("suppressed")) ? "suppressed" : "";
        }
        BigDecimal number = new BigDecimal(value.toString());
        return tree.get(interval) instanceof Map<?, ?> within
                        && within.get("low") instanceof BigDecimal low
                        && within.get("high") instanceof BigDecimal high
                ? number(number) + " ± " + number(half(number, low, high))
                : number(number);
    }

    /** A value and its uncertainty: {@code 15,010 ± 140}. */
    public static String number(BigDecimal value, @Nullable Interval interval) {
        return number(value) + (interval == null ? "" : " ± " + number(half(value, interval.low(), interval.high())));
    }

    /** Half of an interval; the larger half, because the lower one may end at zero. */
    private static BigDecimal half(BigDecimal value, BigDecimal low, BigDecimal high) {
        return high.subtract(value).max(value.subtract(low));
    }

    /** With separated thousands, and as many decimals as it has. */
    public static String number(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private static String orNone(String cell) {
        return cell.isEmpty() ? NONE : cell;
    }

    /** On one line: a value that others chose must not look like a row of its own. */
    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return orNone(list.stream().map(CompactTable::plain).collect(Collectors.joining(", ")));
        }
        return value instanceof BigDecimal decimal
                ? number(decimal)
                : value.toString()
                        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
                        .strip();
    }

    private static String text(List<List<String>> lines) {
        int count = lines.get(0).size();
        int[] widths = new int[count];
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int column = i;
            if (lines.stream().skip(1).anyMatch(line -> !line.get(column).isEmpty())) {
                shown.add(i);
                widths[i] = lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .filter(width -> width <= WIDEST_PADDED)
                        .max()
                        .orElse(0);
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i : shown) {
                row.append(row.length() == 0 ? "" : "  ").append(line.get(i));
                row.append(" ".repeat(Math.max(0, widths[i] - line.get(i).length())));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
