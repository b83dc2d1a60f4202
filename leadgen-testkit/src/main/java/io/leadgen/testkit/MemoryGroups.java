package io.leadgen.testkit;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which group a row is in: the text of a found key, or the number of an enumerated key's place as text. */
final class MemoryGroups implements GroupKey.Visitor<Optional<MemoryGroups.Text>> {
    /** A key's text; null for NULL. */
    record Text(@Nullable String text) {}

    private final Map<ColumnName, Object> row;

    private MemoryGroups(Map<ColumnName, Object> row) {
        this.row = row;
    }

    /** The group by all keys; empty if the row is in none. */
    static Optional<List<@Nullable String>> of(Map<ColumnName, Object> row, List<? extends GroupKey> keys) {
        List<@Nullable String> texts = new ArrayList<>();
        for (GroupKey key : keys) {
            Optional<Text> text = key.accept(new MemoryGroups(row));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get().text());
        }
        return Optional.of(texts);
    }

    @Override
    public Optional<Text> listed(GroupKey.Listed key) {
        return place(key.column(), ComparisonOperator.EQ, key.values(), key.ofNull(), key.ofOthers());
    }

    @Override
    public Optional<Text> bands(GroupKey.Bands key) {
        return place(
                key.column(),
                ComparisonOperator.LT,
                key.edges(),
                key.ofNull(),
                key.edges().size());
    }

    /** The place of the first literal of which the comparison is true. */
    private Optional<Text> place(
            ColumnRef column, ComparisonOperator operator, List<Literal> literals, int ofNull, int otherwise) {
        if (!row.containsKey(column.name())) {
            return place(ofNull);
        }
        for (int i = 0; i < literals.size(); i++) {
            if (ReferenceEvaluator.selects(new Predicate.Comparison(operator, column, literals.get(i)), row)) {
                return place(i);
            }
        }
        return place(otherwise);
    }

    private static Optional<Text> place(int place) {
        return Optional.of(new Text(Integer.toString(place)));
    }

    @Override
    public Optional<Text> windows(GroupKey.Windows key) {
        for (int window = 0; window < key.count(); window++) {
            if (key.format() == TimeFormat.TYPE ? isWithin(key, window) : isWritten(key, window)) {
                return place(window);
            }
        }
        return Optional.empty();
    }

    private boolean isWithin(GroupKey.Windows key, int window) {
        Object time = row.get(key.column().name());
        LocalDate day = time instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) time;
        return day != null && !day.isBefore(key.start(window)) && day.isBefore(key.start(window + 1));
    }

    private boolean isWritten(GroupKey.Windows key, int window) {
        return ReferenceEvaluator.selects(new Predicate.In(key.column(), key.periods(window)), row);
    }

    @Override
    public Optional<Text> values(GroupKey.Values key) {
        return Optional.of(text(key.column(), key.column().type().scale()));
    }

    @Override
    public Optional<Text> calendar(GroupKey.Calendar key) {
        return Optional.of(text(key.start(), 0));
    }

    private Text text(Operand operand, int scale) {
        return new Text(ReferenceEvaluator.value(operand, row)
                .map(value -> value instanceof BigDecimal number
                        ? number.setScale(scale).toPlainString()
                        : value.toString())
                .orElse(null));
    }
}
