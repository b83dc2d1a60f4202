package io.leadgen.testkit;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TypeFamily;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate.Comparison;
import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.GroupKey.TimeFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What a row is to a key: the number of the place in an enumerated key, empty for none; else the value's text, empty for NULL.
 */
record ReferenceKeys(Map<ColumnName, ?> row) implements GroupKey.Visitor<Optional<String>> {
    @Override
    public Optional<String> listed(GroupKey.Listed key) {
        int place = 0;
        while (place < key.values().size()
                && !holds(ComparisonOperator.EQ, key.column(), key.values().get(place))) {
            place++;
        }
        return place(isNull(key) ? key.ofNull() : place < key.values().size() ? place : key.ofOthers());
    }

    @Override
    public Optional<String> bands(GroupKey.Bands key) {
        long place = key.edges().stream()
                .filter(edge -> holds(ComparisonOperator.GE, key.column(), edge))
                .count();
        return place(isNull(key) ? key.ofNull() : place);
    }

    private boolean isNull(GroupKey key) {
        return row.get(key.column().name()) == null;
    }

    private boolean holds(ComparisonOperator operator, ColumnRef column, Literal literal) {
        return ReferenceEvaluator.selects(new Comparison(operator, column, literal), row);
    }

    private static Optional<String> place(long place) {
        return Optional.of(Long.toString(place));
    }

    @Override
    public Optional<String> windows(GroupKey.Windows key) {
        Optional<LocalDate> day =
                Optional.<Object>ofNullable(row.get(key.column().name())).flatMap(value -> day(value, key.format()));
        for (int window = 0; day.isPresent() && window < key.count(); window++) {
            if (!day.get().isBefore(key.start(window)) && day.get().isBefore(key.start(window + 1))) {
                return place(window);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Object value, TimeFormat format) {
        if (value instanceof LocalDateTime time) {
            return Optional.of(time.toLocalDate());
        }
        return value instanceof LocalDate day ? Optional.of(day) : fromDigits(value.toString(), format);
    }

    private static Optional<LocalDate> fromDigits(String digits, TimeFormat format) {
        boolean months = format == TimeFormat.YYYYMM;
        if (!digits.matches(months ? "[0-9]{6}" : "[0-9]{8}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    months ? 1 : Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> values(GroupKey.Values key) {
        Optional<Object> value = Optional.ofNullable(row.get(key.column().name()));
        return key.column().family() == TypeFamily.EXACT_NUMBER
                ? value.map(number -> new BigDecimal(number.toString())
                        .setScale(key.column().type().scale())
                        .toPlainString())
                : value.map(Object::toString);
    }

    @Override
    public Optional<String> calendar(GroupKey.Calendar key) {
        return ReferenceEvaluator.value(key.start(), row).map(Object::toString);
    }
}
