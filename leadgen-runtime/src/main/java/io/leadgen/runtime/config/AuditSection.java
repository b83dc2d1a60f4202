package io.leadgen.runtime.config;

import io.leadgen.runtime.yaml.YamlKey;
import io.leadgen.runtime.yaml.YamlValue;
import java.nio.file.Path;
import java.util.Optional;

/** {@code audit}. */
final class AuditSection {
    enum Key implements YamlKey {
        PATH
    }

    private AuditSection() {}

    static Optional<Path> read(YamlValue value, PathReader paths) {
        return paths.read(value.mapping(Key.class).get(Key.PATH));
    }
}
