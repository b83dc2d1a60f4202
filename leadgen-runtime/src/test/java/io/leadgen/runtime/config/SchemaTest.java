package io.leadgen.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.leadgen.runtime.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The JSON Schema accepts and refuses what the reader does. */
class SchemaTest {
    private static final JsonNode SCHEMA = schema();

    /** What a schema cannot express, or an editor does not need. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "only comments",
            "key twice",
            "merge key",
            "rows in octal",
            "private character",
            "section twice",
            "embedded table twice",
            "embedded table out of scope",
            "host with a path",
            "host without encryption",
            "http path that smuggles options",
            "token url without encryption",
            "secret twice",
            "no SELECT",
            "time zone",
            "unset variables",
            "unset variable in a longer text of two lines",
            "unset variable after an escape",
            "variable set to nothing",
            "malformed variables",
            "default in a default",
            "user attribute outside of row filters",
            "value of a variable is not shown",
            "value of a variable in a list is not shown",
            "number of a variable out of range",
            "ledger of another kind",
            "unknown default class",
            "budget too fine",
            "table out of scope",
            "table twice",
            "rows are not people, but what is",
            "column twice",
            "bounds the wrong way round",
            "class of a principal",
            "principal without a name",
            "row filter with an unset variable",
            "address with a port out of range");

    @Test
    void describesEveryKey() {
        assertThat(undescribed("", SCHEMA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void accepts(String yaml) throws IOException {
        assertThat(validate(yaml)).isEmpty();
    }

    static Stream<String> examples() throws IOException {
        return Stream.of(
                Files.readString(GuideConfigTest.resource("guide.yml")),
                Files.readString(GuideConfigTest.resource("full.yml")),
                Files.readString(ExampleConfigTest.FILE),
                ExampleConfigTest.withEverything(),
                ConfigLocator.EMBEDDED,
                ConfigLocator.DATABRICKS);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses(ErrorMessagesTest.Case wrong) throws IOException {
        assertThat(validate(wrong.yaml())).as(wrong.name()).isNotEmpty();
    }

    /** The wrong files that are YAML; only leadgen reads a variable in a flow mapping. */
    static Stream<ErrorMessagesTest.Case> wrong() throws IOException {
        return ErrorMessagesTest.cases()
                .filter(one -> !BEYOND_A_SCHEMA.contains(one.name()))
                .filter(one -> isYaml(one.yaml()));
    }

    private static boolean isYaml(String yaml) {
        try {
            json(yaml);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static List<com.networknt.schema.Error> validate(String yaml) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
        return schema.validate(json(yaml), InputFormat.JSON);
    }

    private static String json(String yaml) {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        return JsonText.compact(
                new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new EditorsScalars())
                        .<Object>load(yaml));
    }

    /** Editors read YAML 1.2, where {@code yes} and dates are text. */
    private static final class EditorsScalars extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static Set<String> undescribed(String path, JsonNode reference) {
        JsonNode schema = resolve(reference);
        Set<String> found = new TreeSet<>();
        schema.path("properties").properties().forEach(property -> {
            String child = path + "/" + property.getKey();
            if (!property.getValue().has("description")) {
                found.add(child);
            }
            found.addAll(undescribed(child, property.getValue()));
        });
        if (schema.path("additionalProperties").isObject()) {
            found.addAll(undescribed(path + "/*", schema.get("additionalProperties")));
        }
        return found;
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(Files.readString(GeneratedFilesTest.SCHEMA));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
