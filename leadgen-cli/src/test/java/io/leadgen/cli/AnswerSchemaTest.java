package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * What programs may rely on. Other tests hold what each command prints to golden files; this one holds all of these files to the
 * schema that is published.
 */
class AnswerSchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/leadgen/cli/answer");

    /** Commands whose answer is text for people or for a shell. */
    private static final Set<String> TEXT_ONLY = Set.of("completion", "help", "shell");

    private static final JsonNode DOCUMENT = document();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static JsonNode document() {
        try (InputStream in = AnswerSchemaTest.class.getResourceAsStream("answer.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of commands as the schema has them: {@code audit_tail}. */
    private static Set<String> commands() {
        Set<String> names = new TreeSet<>();
        collect("", CommandRegistry.STANDARD.described(), names);
        names.removeAll(TEXT_ONLY);
        return names;
    }

    private static void collect(String prefix, CommandLine command, Set<String> names) {
        Map<String, CommandLine> within = command.getSubcommands();
        within.forEach((name, each) -> {
            if (each.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            if (each.getSubcommands().isEmpty()) {
                names.add(prefix + name);
            }
            collect(prefix + name + "_", each, names);
        });
    }

    static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve("commands"))) {
            return files.filter(file -> file.toString().endsWith(".json.txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String command(Path golden) {
        String file = golden.getFileName().toString();
        return commands().stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError(file + " is of no command"));
    }

    private static List<String> problems(String definition, String json) {
        String reference = "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$ref\":\"#/$defs/"
                + definition + "\",\"$defs\":" + DOCUMENT.get("$defs") + "}";
        Schema schema = REGISTRY.getSchema(reference, InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void everyAnswerIsAsItsSchemaSays(Path golden) throws IOException {
        assertThat(problems(command(golden), Files.readString(golden))).isEmpty();
    }

    @Test
    void everyCommandHasASchemaAndAnAnswerThatIsHeldToIt() throws IOException {
        Set<String> defined = new TreeSet<>();
        DOCUMENT.get("$defs").fieldNames().forEachRemaining(name -> {
            if (Character.isLowerCase(name.charAt(0))) {
                defined.add(name);
            }
        });
        Set<String> shown =
                goldenFiles().stream().map(AnswerSchemaTest::command).collect(Collectors.toSet());

        assertThat(defined).isEqualTo(commands());
        assertThat(shown).isEqualTo(commands());
    }

    @Test
    void aKeyThatTheSchemaDoesNotNameIsFound() {
        String answer = "{\"catalogs\": [\"main\"], \"request_id\": \"1\"";

        assertThat(problems("catalogs", answer + "}")).isEmpty();
        assertThat(problems("catalogs", answer + ", \"more\": 1}")).isNotEmpty();
        assertThat(problems("catalogs", "{\"catalogs\": [1], \"request_id\": \"1\"}"))
                .isNotEmpty();
    }

    @Test
    void errorsHaveTheirSchemaToo() {
        Run rejected = Run.of(
                (config, demo, progress) -> {
                    throw new AssertionError("not opened");
                },
                "-o",
                "json",
                "cuont");

        assertThat(problems("Error", rejected.err())).isEmpty();
    }
}
