package io.leadgen.runtime.config;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnRole;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.PartitionPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.runtime.yaml.YamlEntry;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of {@code privacy.tables}. */
final class TableSection {
    enum Key implements YamlKey {
        UNIT,
        ROWS_ARE_PEOPLE,
        REQUIRE,
        PARTITION,
        COLUMNS,
        DICTIONARY
    }

    enum PartitionKey implements YamlKey {
        COLUMN,
        REQUIRED
    }

    enum ColumnKey implements YamlKey {
        ROLE,
        BOUNDS,
        VALUES
    }

    private static final String A_COLUMN = "the name of a column";

    private TableSection() {}

    static TablePolicy read(YamlValue value, PathReader paths) {
        YamlMapping<Key> table = value.mapping(Key.class);
        return new TablePolicy(
                unit(table),
                table.get(Key.REQUIRE).text().orElse(null),
                null,
                partition(table.get(Key.PARTITION)),
                columns(table.get(Key.COLUMNS)),
                paths.read(table.get(Key.DICTIONARY))
                        .map(file -> DictionaryFile.read(table.get(Key.DICTIONARY), file))
                        .orElse(Map.of()));
    }

    /** A unit alone may have many rows; only the data owner can say that it has one. */
    private static PrivacyUnit unit(YamlMapping<Key> table) {
        Optional<ColumnName> column = column(table.get(Key.UNIT));
        Optional<Boolean> rowsArePeople = table.get(Key.ROWS_ARE_PEOPLE).bool();
        if (rowsArePeople.isPresent() && !rowsArePeople.get() && !table.has(Key.UNIT)) {
            table.get(Key.ROWS_ARE_PEOPLE)
                    .report("rows_are_people: false needs the key unit, the column that names a person");
        }
        return rowsArePeople.orElse(column.isEmpty())
                ? new PrivacyUnit.Row(column.orElse(null))
                : column.<PrivacyUnit>map(PrivacyUnit.Key::new).orElse(new PrivacyUnit.Row(null));
    }

    private static @Nullable PartitionPolicy partition(YamlValue value) {
        YamlMapping<PartitionKey> partition = value.mapping(PartitionKey.class);
        Optional<ColumnName> column = column(partition.required(PartitionKey.COLUMN));
        boolean required = partition.get(PartitionKey.REQUIRED).bool().orElse(false);
        return column.map(name -> new PartitionPolicy(name, required)).orElse(null);
    }

    private static Map<ColumnName, ColumnPolicy> columns(YamlValue value) {
        Map<ColumnName, ColumnPolicy> columns = new LinkedHashMap<>();
        for (YamlEntry entry : value.entries()) {
            entry.key().name(ColumnName::new, A_COLUMN).ifPresent(name -> {
                if (columns.putIfAbsent(name, column(entry)) != null) {
                    entry.key().report(name + " is given twice; case does not matter in names");
                }
            });
        }
        return columns;
    }

    private static ColumnPolicy column(YamlEntry entry) {
        YamlMapping<ColumnKey> column = entry.value().mapping(ColumnKey.class);
        return new ColumnPolicy(
                column.get(ColumnKey.ROLE).oneOf(ColumnRole.class).orElse(ColumnRole.ATTRIBUTE),
                bounds(column.get(ColumnKey.BOUNDS)),
                values(column.get(ColumnKey.VALUES)));
    }

    private static @Nullable Bounds bounds(YamlValue value) {
        List<YamlValue> ends = value.list();
        if (value.isList() && ends.size() != 2) {
            value.report("bounds must be a list of two numbers, [lower, upper]");
            return null;
        }
        List<Double> numbers = new ArrayList<>();
        ends.forEach(end -> end.decimal(TableSection::isFinite, "a number")
                .map(BigDecimal::doubleValue)
                .ifPresent(numbers::add));
        if (numbers.size() != 2) {
            return null;
        }
        try {
            return new Bounds(numbers.get(0), numbers.get(1));
        } catch (IllegalArgumentException e) {
            value.report("bounds must be [lower, upper] with lower < upper");
            return null;
        }
    }

    private static boolean isFinite(BigDecimal number) {
        return Double.isFinite(number.doubleValue());
    }

    private static List<String> values(YamlValue value) {
        List<String> values = new ArrayList<>();
        for (YamlValue item : value.list()) {
            item.text().ifPresent(text -> {
                if (values.contains(text)) {
                    item.report("this value is listed twice");
                }
                values.add(text);
            });
        }
        if (value.isList() && values.isEmpty()) {
            value.report("values must list at least one value");
        }
        return values;
    }

    private static Optional<ColumnName> column(YamlValue value) {
        return value.parsed(ColumnName::new, A_COLUMN);
    }
}
