package io.leadgen.runtime.yaml;

/**
 * One entry of a mapping whose keys are names that the file's author chose.
 *
 * @param key the name, to be read like any text; variables are not filled in
 * @param value its value
 */
public record YamlEntry(YamlValue key, YamlValue value) {}
