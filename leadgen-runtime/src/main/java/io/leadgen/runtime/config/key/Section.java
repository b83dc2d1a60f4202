package io.leadgen.runtime.config.key;

import io.leadgen.runtime.config.key.Key.Presence;
import io.leadgen.runtime.yaml.YamlFile;
import io.leadgen.runtime.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A mapping with known keys. A subclass declares each key in a field, and builds its value from what was read; nothing else
 * has to be said about a key.
 *
 * @param <T> what the section is read as
 */
public abstract non-sealed class Section<T> implements KeyType<T> {
    private final List<Key<?>> keys = new ArrayList<>();

    // ---------------------------------------------------------------- declarations

    /** Declares a key that every file must have; it is documented with an example. */
    protected final <V> Key<V> required(String name, KeyType<V> type, String example, String documentation) {
        return declare(new Key<>(name, type, Presence.REQUIRED, example, documentation));
    }

    /** Declares a key that {@link #build} requires under a condition; the commented file shows it in use. */
    protected final <V> Key<V> conditional(String name, KeyType<V> type, String example, String documentation) {
        return declare(new Key<>(name, type, Presence.CONDITIONAL, example, documentation));
    }

    /** Declares a key with a default, written as in the file. */
    protected final <V> Key<V> defaulted(String name, KeyType<V> type, String standard, String documentation) {
        return declare(new Key<>(name, type, Presence.DEFAULT, standard, documentation));
    }

    /** Declares a key that can be left out; it is documented with an example. */
    protected final <V> Key<V> optional(String name, KeyType<V> type, String example, String documentation) {
        return declare(new Key<>(name, type, Presence.OPTIONAL, example, documentation));
    }

    // A section or a mapping has keys of its own, and so no example.

    protected final <V> Key<V> required(String name, KeyType<V> type, String documentation) {
        return required(name, type, "", documentation);
    }

    protected final <V> Key<V> conditional(String name, KeyType<V> type, String documentation) {
        return conditional(name, type, "", documentation);
    }

    protected final <V> Key<V> optional(String name, KeyType<V> type, String documentation) {
        return optional(name, type, "", documentation);
    }

    private <V> Key<V> declare(Key<V> key) {
        keys.add(key);
        return key;
    }

    /** The section's value. What {@link Values#get} cannot give is reported already, and ends the method. */
    protected abstract T build(Values values);

    /** What the JSON Schema says of several keys together; empty if they do not depend on each other. */
    protected Map<String, Object> rules() {
        return Map.of();
    }

    // ---------------------------------------------------------------- reading

    /** The keys in the order of their declaration. */
    public final List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** Whether a file can leave the section out or empty, and gets its defaults. */
    public final boolean canBeEmpty() {
        return rules().isEmpty() && keys.stream().noneMatch(key -> key.presence() == Presence.REQUIRED);
    }

    /** The section of a file that does not have it. Only for a section that can be empty. */
    public final T defaults() {
        return read(YamlFile.absent(Map.of())).orElseThrow();
    }

    @Override
    public final Optional<T> read(YamlValue value) {
        Values values = new Values(keys, value);
        try {
            return Optional.of(build(values));
        } catch (Values.IncompleteException e) {
            return Optional.empty();
        } finally {
            values.readRest();
        }
    }

    @Override
    public final Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", canBeEmpty() ? List.of("object", "null") : "object");
        schema.put("additionalProperties", false);
        List<String> required = keys.stream()
                .filter(key -> key.presence() == Presence.REQUIRED)
                .map(Key::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.putAll(new TreeMap<>(rules())); // in an order that is always the same
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.documentation());
            if (key.presence() == Presence.DEFAULT) {
                property.put("default", Literal.of(key.text()));
            } else if (!key.text().isEmpty()) {
                property.put("examples", List.of(Literal.of(key.text())));
            }
            property.putAll(key.type().schema());
            properties.put(key.name(), property);
        }
        schema.put("properties", properties);
        return schema;
    }

    @Override
    public final String expected() {
        return "a section";
    }
}
