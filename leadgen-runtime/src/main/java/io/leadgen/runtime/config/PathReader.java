package io.leadgen.runtime.config;

import io.leadgen.runtime.yaml.YamlValue;
import java.nio.file.Path;
import java.util.Optional;

/** Reads paths; a relative one starts at the configuration file's folder, wherever the program was started. */
record PathReader(Path folder) {
    Optional<Path> read(YamlValue value) {
        return value.parsed(text -> folder.resolve(text).normalize(), "a path");
    }
}
