package io.leadgen.testkit;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a table as {@link ReferenceEvaluator} takes them, equal ones kept once. */
final class MemoryTable {

    /**
     * Rows that are equal.
     *
     * @param values the values that are not NULL
     * @param alike how many rows there are
     */
    record Rows(Map<ColumnName, Object> values, int alike) {}

    /**
     * People who are alike.
     *
     * @param key what identifies them; the row itself where each row is a person
     * @param rows what one of them has
     * @param alike how many people there are
     */
    record Units(Object key, List<Rows> rows, int alike) {
        /** The same people, seen by those of their rows that meet a condition. */
        Units where(Predicate condition) {
            List<Rows> kept = rows.stream()
                    .filter(row -> ReferenceEvaluator.selects(condition, row.values()))
                    .toList();
            return new Units(key, kept, alike);
        }
    }

    private final TableSchema schema;
    private final List<Rows> rows = new ArrayList<>();

    MemoryTable(TableData table) {
        this.schema = table.schema();
        Map<Map<ColumnName, Object>, Integer> counts = new LinkedHashMap<>();
        table.comparableRows().forEach(row -> counts.merge(row, 1, Integer::sum));
        counts.forEach((values, alike) -> rows.add(new Rows(values, alike)));
    }

    TableSchema schema() {
        return schema;
    }

    /** The people who have a row that the filter keeps, with those of their rows. */
    List<Units> units(PrivacyUnit unit, Predicate filter) {
        ColumnsOf.predicate(filter).forEach(this::checkColumn);
        List<Rows> kept = rows.stream()
                .filter(row -> ReferenceEvaluator.selects(filter, row.values()))
                .toList();
        return unit instanceof PrivacyUnit.Key key ? byKey(kept, key.column()) : byRow(kept);
    }

    private static List<Units> byRow(List<Rows> kept) {
        return kept.stream()
                .map(row -> new Units(row, List.of(new Rows(row.values(), 1)), row.alike()))
                .toList();
    }

    private List<Units> byKey(List<Rows> kept, ColumnName column) {
        checkColumn(column);
        Map<Object, List<Rows>> byKey = new LinkedHashMap<>();
        for (Rows row : kept) {
            @Nullable Object key = row.values().get(column);
            if (key != null) {
                byKey.computeIfAbsent(key, unknown -> new ArrayList<>()).add(row);
            }
        }
        return byKey.entrySet().stream()
                .map(person -> new Units(person.getKey(), person.getValue(), 1))
                .toList();
    }

    private void checkColumn(ColumnName name) {
        if (schema.column(name).isEmpty()) {
            throw new NoSuchElementException("no such column");
        }
    }
}
