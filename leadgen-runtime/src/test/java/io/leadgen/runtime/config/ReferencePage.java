package io.leadgen.runtime.config;

import io.leadgen.runtime.config.key.Key;
import io.leadgen.runtime.config.key.KeyType;
import io.leadgen.runtime.config.key.MapOf;
import io.leadgen.runtime.config.key.Section;

/** Writes the page with all configuration keys, from their declarations. */
final class ReferencePage {
    private static final String HEADER = """
            # Configuration reference

            <!-- Generated from the declarations of the keys, by GeneratedFilesTest. Do not edit. -->

            leadgen reads `--config FILE`, else `$LEADGEN_CONFIG`, else `./config.yml`, else `$LEADGEN_HOME/config.yml`.
            [config.yml](../../config.yml) shows every key with its default or an example.
            [config.schema.json](../../leadgen-runtime/src/main/resources/io/leadgen/runtime/config/config.schema.json) gives
            completion in editors.

            - `${NAME}` in a value is an environment variable, and `${NAME:-default}` has a default. `$${` is a literal `${`.
            - A variable that is not set is an error. So are unknown keys and wrong values. Every error has its line and column.
            - Relative paths start at the folder of the file.
            - `TABLE`, `COLUMN` and other words in capitals are names that you choose.
            """;

    private final StringBuilder page = new StringBuilder(HEADER);

    private ReferencePage() {}

    static String of(Section<?> root) {
        ReferencePage page = new ReferencePage();
        for (Key<?> key : root.keys()) {
            page.page.append("\n## ").append(key.name()).append("\n\n");
            if (key.type() instanceof Section || key.type() instanceof MapOf) {
                page.page.append(key.documentation()).append("\n\n");
            }
            page.page.append("| key | value | default | description |\n|---|---|---|---|\n");
            page.rows(key.name(), key);
        }
        return page.page.toString();
    }

    private void rows(String path, Key<?> key) {
        boolean top = path.equals(key.name());
        if (!(top && key.type() instanceof Section)) {
            String standard = switch (key.presence()) {
                case REQUIRED -> "required";
                case DEFAULT -> "`" + key.text() + "`";
                case CONDITIONAL, OPTIONAL -> "";
            };
            page.append("| `%s` | %s | %s | %s |%n"
                    .formatted(
                            path,
                            key.type().expected(),
                            standard,
                            top && key.type() instanceof MapOf ? "" : key.documentation()));
        }
        rows(path, key.type());
    }

    private void rows(String path, KeyType<?> type) {
        if (type instanceof Section<?> section) {
            section.keys().forEach(key -> rows(path + "." + key.name(), key));
        } else if (type instanceof MapOf<?, ?> map) {
            rows(path + "." + map.label(), map.exampleType());
        }
    }
}
