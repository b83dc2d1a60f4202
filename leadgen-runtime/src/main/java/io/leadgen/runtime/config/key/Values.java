package io.leadgen.runtime.config.key;

import io.leadgen.runtime.config.key.Key.Presence;
import io.leadgen.runtime.yaml.YamlValue;
import io.leadgen.spelling.DidYouMean;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file has in a section. Each key is read once; what is wrong with it is then reported. */
public final class Values {
    private final List<Key<?>> keys;
    private final YamlValue section;
    private final Map<String, YamlValue> present = new LinkedHashMap<>();
    private final Map<String, Optional<?>> read = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    /** Keys that a mistyped one resembles: they are not reported as missing too. */
    private final Set<String> meant = new HashSet<>();

    Values(List<Key<?>> keys, YamlValue section) {
        this.keys = keys;
        this.section = section;
        List<String> known = keys.stream().map(Key::name).toList();
        for (YamlValue.Entry entry : section.entries()) {
            String key = entry.key().name();
            if (known.contains(key)) {
                present.put(key, entry.value());
            } else {
                entry.key().report(unknown(key, known));
            }
        }
        keys.stream().filter(key -> key.presence() == Presence.REQUIRED).forEach(this::require);
    }

    private String unknown(String key, List<String> known) {
        if (key.equals("<<")) {
            return "merge keys (<<) are not supported";
        }
        Optional<String> near = DidYouMean.nearest(key, known);
        near.ifPresent(meant::add);
        // In a section of secrets, a key that resembles none of ours may be a secret that lost its key.
        String shown = section.isSecret() && near.isEmpty() ? "unknown key" : "unknown key " + YamlValue.show(key);
        return shown
                + near.map(name -> "; did you mean " + name + "?")
                        .orElseGet(() -> "; known keys: " + String.join(", ", known));
    }

    /** Whether the file has the key, be it empty. */
    public boolean has(Key<?> key) {
        return present.containsKey(key.name());
    }

    /** The value of a key, for a report; it may be absent. */
    public YamlValue value(Key<?> key) {
        YamlValue value = present.getOrDefault(key.name(), section.absent(key.name()));
        return key.type().isSecret() ? value.hidden() : value;
    }

    /** The value of a key that is required, has a default, or is a section that can be empty. */
    public <T> T get(Key<T> key) {
        return get(key, key.type());
    }

    /** As {@link #get(Key)}, with a type that depends on other keys. */
    public <T> T get(Key<T> key, KeyType<T> type) {
        Optional<T> value = find(key, type);
        if (value.isEmpty() && key.presence() == Presence.DEFAULT) {
            value = type.read(section.literal(key.name(), key.text()));
        } else if (value.isEmpty() && key.isTransparent()) {
            value = type.read(section.absent(key.name()));
        }
        return value.orElseThrow(IncompleteException::new);
    }

    /** The value of a key that the file must have; a missing one is reported by {@link #require}. */
    public <T> T getPresent(Key<T> key) {
        return find(key).orElseThrow(IncompleteException::new);
    }

    /** The value of a key if the file has it and it can be read. */
    public <T> Optional<T> find(Key<T> key) {
        return find(key, key.type());
    }

    /** As {@link #find(Key)}, with a type that depends on other keys. */
    @SuppressWarnings("unchecked") // the map holds what the key's own type, or one for the same key, has read
    public <T> Optional<T> find(Key<T> key, KeyType<T> type) {
        return (Optional<T>) read.computeIfAbsent(key.name(), name -> {
            YamlValue value = value(key);
            int before = value.reported();
            Optional<T> result = value.isPresent() ? type.read(value) : Optional.empty();
            if (value.reported() > before) {
                wrong.add(name);
            }
            return result;
        });
    }

    public <T> @Nullable T orNull(Key<T> key) {
        return find(key).orElse(null);
    }

    /** The value of a key if nothing in it was reported: half of it could lead to wrong reports elsewhere. */
    public <T> Optional<T> whole(Key<T> key) {
        return find(key).filter(value -> !wrong.contains(key.name()));
    }

    public void require(Key<?> key) {
        if (section.isMapping() && !has(key) && !meant.contains(key.name())) {
            section.report(section.name() + " needs the key " + key.name());
        }
    }

    /** Reports that none of some keys is there, or more than one. */
    public void requireOne(Key<?> one, Key<?> other) {
        exclusive(one, other);
        boolean none = Stream.of(one, other).noneMatch(key -> has(key) || meant.contains(key.name()));
        if (section.isMapping() && none) {
            section.report(section.name() + " needs one of the keys "
                    + Stream.of(one, other).map(Key::name).collect(Collectors.joining(", ")));
        }
    }

    public void exclusive(Key<?> one, Key<?> other) {
        if (has(one) && has(other)) {
            value(other).report(one.name() + " and " + other.name() + " cannot be used together");
        }
    }

    /** Reads what {@link Section#build} did not, for its reports. */
    void readRest() {
        keys.forEach(this::find);
    }

    /** A value that the section cannot do without is missing or wrong, which is reported already. */
    static final class IncompleteException extends RuntimeException {
        private static final long serialVersionUID = 1;

        IncompleteException() {
            super(null, null, false, false);
        }
    }
}
