package io.leadgen.runtime.config.key;

import io.leadgen.runtime.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of single values. It is read as a whole or not at all.
 *
 * @param atLeastOne what a list must name at least one of, or empty if it can be empty
 * @param isDistinct whether no value can be listed twice
 */
public record ListOf<T>(SingleValue<T> item, String atLeastOne, boolean isDistinct) implements KeyType<List<T>> {
    public static <T> ListOf<T> of(SingleValue<T> item) {
        return new ListOf<>(item, "", false);
    }

    public static <T> ListOf<T> atLeastOne(SingleValue<T> item, String name) {
        return new ListOf<>(item, name, false);
    }

    /** The same; no value can be listed twice. */
    public ListOf<T> distinct() {
        return new ListOf<>(item, atLeastOne, true);
    }

    @Override
    public Optional<List<T>> read(YamlValue value) {
        int before = value.reported();
        List<T> all = new ArrayList<>();
        for (YamlValue one : value.list()) {
            item.read(one).ifPresent(read -> {
                if (isDistinct && all.contains(read)) {
                    one.report("this value is listed twice");
                }
                all.add(read);
            });
        }
        if (value.isList() && all.isEmpty() && value.reported() == before && !atLeastOne.isEmpty()) {
            value.report(value.name() + " must name at least one " + atLeastOne);
        }
        return value.reported() == before ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        if (!atLeastOne.isEmpty()) {
            schema.put("minItems", 1);
        }
        if (isDistinct) {
            schema.put("uniqueItems", true);
        }
        schema.put("items", item.schema());
        return schema;
    }

    @Override
    public String expected() {
        return "a list; each item is " + item.expected();
    }
}
