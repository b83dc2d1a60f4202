package io.leadgen.runtime.config;

import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlMapping;
import io.leadgen.runtime.yaml.YamlValue;

/** {@code observability}. */
final class ObservabilitySection {
    enum Key implements YamlKey {
        LOG_LEVEL,
        PROPAGATE_REQUEST_IDS
    }

    private ObservabilitySection() {}

    static Observability read(YamlValue value) {
        YamlMapping<Key> observability = value.mapping(Key.class);
        return new Observability(
                observability.get(Key.LOG_LEVEL).oneOf(LogLevel.class).orElse(Observability.DEFAULT.logLevel()),
                observability
                        .get(Key.PROPAGATE_REQUEST_IDS)
                        .bool()
                        .orElse(Observability.DEFAULT.propagateRequestIds()));
    }
}
