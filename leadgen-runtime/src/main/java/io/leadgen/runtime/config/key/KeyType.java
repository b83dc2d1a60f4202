package io.leadgen.runtime.config.key;

import io.leadgen.runtime.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the value of a key can be. */
public sealed interface KeyType<T> permits SingleValue, ListOf, MapOf, KeyType.Refined, Section {
    /** Reads a value that is present, or reports why it cannot be read. */
    Optional<T> read(YamlValue value);

    /** The JSON Schema of the value. */
    Map<String, Object> schema();

    /** What is expected, after "must be". */
    String expected();

    /** Whether no report may repeat the value. */
    default boolean isSecret() {
        return false;
    }

    /** This type with a further step, which gets the value, for reports, and what was read from it. */
    default <R> KeyType<R> then(BiFunction<YamlValue, T, R> step) {
        return new Refined<>(this, (value, read) -> Optional.of(step.apply(value, read)), expected(), Map.of());
    }

    /**
     * This type with a check or a conversion.
     *
     * @param conversion throws a RuntimeException for a wrong value; its message is not shown
     * @param expected what is expected, after "must be"
     * @param schema what the JSON Schema adds to this type's
     */
    default <R> KeyType<R> to(Function<T, R> conversion, String expected, Map<String, Object> schema) {
        return new Refined<>(
                this,
                (value, read) -> {
                    try {
                        return Optional.of(conversion.apply(read));
                    } catch (RuntimeException e) {
                        value.report(value.name() + " must be " + expected);
                        return Optional.empty();
                    }
                },
                expected,
                schema);
    }

    record Refined<T, R>(
            KeyType<T> base, BiFunction<YamlValue, T, Optional<R>> step, String expected, Map<String, Object> addition)
            implements KeyType<R> {
        @Override
        public Optional<R> read(YamlValue value) {
            return base.read(value).flatMap(read -> step.apply(value, read));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>(base.schema());
            schema.putAll(new TreeMap<>(addition)); // in an order that is always the same
            return schema;
        }

        @Override
        public boolean isSecret() {
            return base.isSecret();
        }
    }
}
