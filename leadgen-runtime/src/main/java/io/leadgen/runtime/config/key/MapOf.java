package io.leadgen.runtime.config.key;

import io.leadgen.runtime.yaml.YamlValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping whose keys are names that the file's author chose. What is wrong is reported and left out.
 *
 * @param name what a key must be
 * @param label the word for a key in documentation
 * @param valueType the type of a key's value
 * @param text the value in the commented file; empty for a section, which has keys of its own
 * @param examples keys in the commented file
 * @param atLeastOne what a mapping must name at least one of, or empty if it can be empty
 * @param objection what else is wrong with a key, if anything
 */
public record MapOf<K, V>(
        SingleValue<K> name,
        String label,
        Function<String, KeyType<V>> valueType,
        String text,
        List<String> examples,
        String atLeastOne,
        Function<K, Optional<String>> objection)
        implements KeyType<Map<K, V>> {
    public static <K, V> MapOf<K, V> of(
            SingleValue<K> name, String label, KeyType<V> value, String text, String example) {
        return new MapOf<>(name, label, any -> value, text, List.of(example), "", key -> Optional.empty());
    }

    public MapOf<K, V> atLeastOne(String what) {
        return new MapOf<>(name, label, valueType, text, examples, what, objection);
    }

    /** The same with another check of keys. */
    public MapOf<K, V> unless(Function<K, Optional<String>> problem) {
        return new MapOf<>(name, label, valueType, text, examples, atLeastOne, problem);
    }

    /** The type of the values in documentation. */
    public KeyType<V> exampleType() {
        return valueType.apply(examples.get(0));
    }

    @Override
    public Optional<Map<K, V>> read(YamlValue value) {
        List<YamlValue.Entry> entries = value.entries();
        if (value.isMapping() && entries.isEmpty() && !atLeastOne.isEmpty()) {
            value.report(value.name() + " must name at least one " + atLeastOne);
        }
        Set<K> keys = new LinkedHashSet<>();
        Map<K, V> all = new LinkedHashMap<>();
        for (YamlValue.Entry entry : entries) {
            Optional<K> key = name.readName(entry.key());
            Optional<V> read = valueType.apply(entry.key().name()).read(entry.value());
            if (key.isPresent() && !keys.add(key.get())) {
                entry.key().report(key.get() + " is given twice; case does not matter in names");
            } else if (key.isPresent()) {
                objection.apply(key.get()).ifPresent(problem -> entry.key().report(problem));
                read.ifPresent(it -> all.put(key.get(), it));
            }
        }
        return Optional.of(Collections.unmodifiableMap(all));
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", atLeastOne.isEmpty() ? List.of("object", "null") : "object");
        if (!atLeastOne.isEmpty()) {
            schema.put("minProperties", 1);
        }
        schema.put("propertyNames", name.nameSchema());
        schema.put("additionalProperties", exampleType().schema());
        return schema;
    }

    @Override
    public String expected() {
        String keys = "a mapping; each key is " + name.expected();
        return exampleType() instanceof Section
                ? keys
                : keys + "; each value is " + exampleType().expected();
    }
}
