package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.runtime.config.key.ExampleFile;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The files that come from the declarations of the keys: JSON Schema, commented configuration and reference page. Nobody edits
 * them. After a change of a key, run this class with {@code -Dleadgen.test.jvmArgs=-Dgolden.update=true}.
 */
class GeneratedFilesTest {
    private static final int SHORT = 240;
    static final Path SCHEMA = Path.of("src/main/resources/io/leadgen/runtime/config/config.schema.json");
    /** Tests run in the folder of their module. */
    private static final Path CHECKOUT = Path.of("..");

    private static final String HEADER = """
            # leadgen reads this file: --config FILE, else $LEADGEN_CONFIG, else ./config.yml, else $LEADGEN_HOME/config.yml.
            # ${NAME} and ${NAME:-default} come from the environment; a variable that is not set is an error.
            # Keys in use are required or show their default. Keys that are commented out are examples.
            # To try leadgen without a warehouse: bin/leadgen --demo count main.leads.customer_360 --where "age > 25"
            #
            # yaml-language-server: $schema=leadgen-runtime/src/main/resources/io/leadgen/runtime/config/config.schema.json

            """;

    private final LeadgenConfig.Root root = new LeadgenConfig.Root(LeadgenHome.of(Map.of()));

    @Test
    void theSchemaIsThatOfTheReader() throws IOException {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://leadgen.invalid/config.schema.json");
        schema.put("title", "leadgen configuration");
        schema.put(
                "description",
                "config.yml of leadgen. ${NAME} and ${NAME:-default} in any value come from the environment; $${ is a"
                        + " literal ${.");
        schema.putAll(root.schema());
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("variable", fields("type", "string", "pattern", "\\$\\{[A-Za-z_][A-Za-z0-9_]*(:-[^}]*)?\\}"));
        definitions.put(
                "text",
                Map.of(
                        "anyOf",
                        List.of(
                                fields("type", "string", "pattern", "\\S"),
                                Map.of("type", List.of("number", "boolean")))));
        schema.put("$defs", definitions);
        StringBuilder text = new StringBuilder();
        write(ordered(schema), "", text);
        check(SCHEMA, text.append('\n').toString());
    }

    /** The same tree; maps without an order of their own are sorted. */
    private static Object ordered(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
            map.forEach((key, item) -> result.put(key, ordered(item)));
            return result;
        }
        return value instanceof List<?> list
                ? list.stream().map(GeneratedFilesTest::ordered).toList()
                : value;
    }

    /** Writes JSON with what is short on one line, for people who read it. */
    private static void write(Object value, String indent, StringBuilder text) {
        String compact = JsonText.compact(value);
        if (compact.length() <= SHORT || !(value instanceof Map<?, ?> || value instanceof List<?>)) {
            text.append(compact);
            return;
        }
        boolean isMap = value instanceof Map<?, ?>;
        List<?> items = value instanceof Map<?, ?> map ? List.copyOf(map.entrySet()) : (List<?>) value;
        text.append(isMap ? '{' : '[');
        String separator = "";
        for (Object item : items) {
            text.append(separator).append('\n').append(indent).append("  ");
            if (item instanceof Map.Entry<?, ?> entry) {
                text.append(JsonText.compact(entry.getKey())).append(": ");
                write(entry.getValue(), indent + "  ", text);
            } else {
                write(item, indent + "  ", text);
            }
            separator = ",";
        }
        text.append('\n').append(indent).append(isMap ? '}' : ']');
    }

    private static Map<String, Object> fields(String first, Object one, String second, Object other) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(first, one);
        fields.put(second, other);
        return fields;
    }

    @Test
    void theCommentedConfigurationShowsEveryKey() throws IOException {
        check(CHECKOUT.resolve("config.yml"), HEADER + ExampleFile.of(root));
    }

    @Test
    void theReferencePageListsEveryKey() throws IOException {
        check(CHECKOUT.resolve("docs/reference/configuration.md"), ReferencePage.of(root));
    }

    private static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }
}
