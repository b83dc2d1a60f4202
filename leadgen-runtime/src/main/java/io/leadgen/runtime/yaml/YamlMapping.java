package io.leadgen.runtime.yaml;

import io.leadgen.error.DidYouMean;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping with known keys.
 *
 * @param <K> the keys that it may have
 */
public final class YamlMapping<K extends Enum<K> & YamlKey> {
    private final YamlFile file;
    private final String name;
    private final Position position;
    private final boolean secret;
    private final boolean given;
    private final Map<String, YamlEntry> entries;
    /** Keys that a mistyped one was taken for; that they are missing need not be said as well. */
    private final Set<String> meant = new HashSet<>();

    /**
     * @param given false if the file has no such mapping or something else in its place; what it lacks is then not reported
     */
    YamlMapping(
            YamlFile file,
            String name,
            Position position,
            boolean secret,
            boolean given,
            Map<String, YamlEntry> entries,
            Class<K> keys) {
        this.file = file;
        this.name = name;
        this.position = position;
        this.secret = secret;
        this.given = given;
        this.entries = entries;
        List<String> known = names(keys);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                entry.key().report(unknown(key, known));
            }
        });
    }

    /** The keys of a mapping as they stand in the file. */
    public static <K extends Enum<K> & YamlKey> List<String> names(Class<K> keys) {
        return Arrays.stream(keys.getEnumConstants()).map(YamlKey::text).toList();
    }

    private String unknown(String key, List<String> known) {
        if (key.equals("<<")) {
            return "merge keys (<<) are not supported";
        }
        Optional<String> near = DidYouMean.nearest(key, known);
        near.ifPresent(meant::add);
        // In a section of secrets, a key that resembles none of ours may be a secret that lost its key.
        String shown = secret && near.isEmpty() ? "unknown key" : "unknown key " + YamlValue.show(key);
        return shown
                + near.map(name -> "; did you mean " + name + "?")
                        .orElseGet(() -> "; known keys: " + String.join(", ", known));
    }

    /** Whether the key is there; a key without a value is. */
    public boolean has(K key) {
        return entries.containsKey(key.text());
    }

    /** The value of a key, which may be absent. */
    public YamlValue get(K key) {
        YamlEntry entry = entries.get(key.text());
        boolean hidden = secret || key.secret();
        return entry == null
                ? new YamlValue(file, key.text(), null, position, hidden)
                : hidden ? entry.value().hidden() : entry.value();
    }

    /** The value of a key; if it is absent, that is a problem. */
    public YamlValue required(K key) {
        if (given && !has(key) && !meant.contains(key.text())) {
            file.report(position, name + " needs the key " + key.text());
        }
        return get(key);
    }

    /** Reports two keys of which only one may be given. */
    public void exclusive(K one, K other) {
        if (has(one) && has(other)) {
            get(other).report(one.text() + " and " + other.text() + " exclude each other");
        }
    }

    /** Reports a problem with the mapping as a whole. */
    public void report(String message) {
        file.report(position, message);
    }

    /** Whether the file has the mapping. */
    public boolean isGiven() {
        return given;
    }
}
