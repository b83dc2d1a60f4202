package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every format, from the words of the command line to the words on the terminal. */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes into the examples
class CommandsTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");

    @TempDir
    static Path folder;

    private static AudienceSource people;

    @BeforeAll
    static void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    enum Example {
        CATALOGS("catalogs"),
        SCHEMAS("schemas", "main"),
        TABLES("tables", "main.leads"),
        DESCRIBE("describe", "main.leads.people"),
        DESCRIBE_SEARCH("describe", "main.leads.people", "--search", "INCOME"),
        EXPORT_SQL("export", "main.leads.people", "-w", "age > 40 AND income_level <> 'it''s'", "--to", "sql"),
        PARTITIONS("partitions", "main.leads.visits"),
        COUNT("count", "main.leads.people", "-w", "age > 40 AND income_level <> 'low'"),
        COUNT_ALL("count", "main.leads.people", "--precision", "max"),
        COUNT_SUPPRESSED("count", "main.leads.people", "--where", "age > 200"),
        METRIC_AVG("metric", "main.leads.people", "avg", "age", "-w", "income_level = 'high'"),
        METRIC_COUNT("metric", "main.leads.people", "COUNT", "*"),
        BUDGET("budget"),
        BUDGET_TABLE("budget", "main.leads.people"),
        CHECK("check", "main.leads.people", "-w", "NOT (age <= 40 OR income_level = 'low')"),
        CHECK_SQL("check", "main.leads.people", "-w", "age > 40", "--sql", "--precision=10%");

        private final String[] words;

        Example(String... words) {
            this.words = words;
        }
    }

    static Stream<Arguments> examplesAndFormats() {
        return Stream.of(Example.values())
                .flatMap(example -> Stream.of(OutputFormat.values()).map(format -> Arguments.of(example, format)));
    }

    @ParameterizedTest
    @MethodSource("examplesAndFormats")
    void everyCommandInEveryFormat(Example example, OutputFormat format) {
        String[] words = Stream.concat(Stream.of("-o", format.toString()), Arrays.stream(example.words))
                .toArray(String[]::new);
        Run run = Run.of(people, NO_COLOUR, words);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(example == Example.COUNT_SUPPRESSED ? 9 : 0);
        io.leadgen.cli.output.Golden.check(
                "commands/" + example.name().toLowerCase(java.util.Locale.ROOT) + "." + format + ".txt",
                run.out().replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "REQUEST-ID"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | PREDICATE_SYNTAX   | count main.leads.people -w age_>",
                "3 | UNKNOWN_COLUMN     | count main.leads.people -w ago_>_40",
                "3 | TYPE_MISMATCH      | count main.leads.people -w age_=_'x'",
                "3 | PARTITION_REQUIRED | count main.leads.visits",
                "4 | COLUMN_FORBIDDEN   | count main.leads.people -w uid_=_'u0001'",
                "4 | UNKNOWN_TABLE      | count main.leads.nobody",
                "4 | UNKNOWN_TABLE      | count secret.leads.people",
                "4 | OUT_OF_SCOPE       | schemas secret",
                "2 | METRIC_UNSUPPORTED | metric main.leads.people SUM income_level",
                "5 | BUDGET_EXHAUSTED   | count main.leads.people --as beggar --precision max",
            })
    void whatIsRefusedSaysWhyAndHasItsExitCode(int exitCode, String code, String line) {
        String[] words = Stream.of(line.split(" "))
                .map(word -> word.replace("_", line.contains("-w") && word.matches("(age|ago|uid)_.*") ? " " : "_"))
                .toArray(String[]::new);
        Run run = Run.of(people, NO_COLOUR, words);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error[" + code + "]: ").contains("\nrequest: ");
    }

    @Test
    void theMarkOfARealFindingStandsUnderIt() {
        Run run = Run.of(people, NO_COLOUR, "count", "main.leads.people", "-w", "age > 40 AND incme_level = 'low'");

        assertThat(run.err()).contains("""
                  age > 40 AND incme_level = 'low'
                               ^^^^^^^^^^^
                hint: did you mean income_level?
                """);
    }

    @Test
    void aPredicateFileIsAPredicate() throws IOException {
        Path file = Files.writeString(folder.resolve("audience.txt"), "age > 40\n  AND income_level <> 'low'\n");
        Run fromFile = Run.of(people, "-ojson", "count", "main.leads.people", "-w", "@" + file);
        Run typed = Run.of(people, "-ojson", "count", "main.leads.people", "-w", "age > 40 AND income_level <> 'low'");

        assertThat(fromFile.exitCode()).isZero();
        assertThat(fromFile.out().lines().filter(line -> line.contains("approx_count")))
                .containsExactlyElementsOf(typed.out()
                        .lines()
                        .filter(line -> line.contains("approx_count"))
                        .toList());
    }

    @Test
    void anExportedAudienceIsCountedAsItself() throws IOException {
        Path file = folder.resolve("audience.json");
        String[] export = {
            "export", "main.leads.people", "-w", "age > 41 AND spend < 200", "--to", "json", "-f", file.toString()
        };
        Run written = Run.of(people, NO_COLOUR, export);
        assertThat(written.err()).isEmpty();
        assertThat(written.out()).contains("audience.json", "where age > 41 AND spend < 200");

        Run counted = Run.of(people, "-ojson", "count", "main.leads.people", "-w", "@" + file);
        assertThat(counted.exitCode()).as(counted.err()).isZero();
        assertThat(counted.out()).contains("\"predicate\": \"age > 41 AND spend < 200\"");

        Run other = Run.of(people, NO_COLOUR, "count", "main.leads.visits", "-w", "@" + file);
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("an audience of main.leads.people, and the question is about another table");

        assertThat(Run.of(people, NO_COLOUR, export))
                .matches(run -> run.exitCode() == 2 && run.err().contains("is there already"));
        String before = Files.readString(file);
        Run forced = Run.of(
                people,
                NO_COLOUR,
                Stream.concat(Stream.of(export), Stream.of("--force", "--with-size=10%"))
                        .toArray(String[]::new));
        assertThat(forced.exitCode()).as(forced.err()).isZero();
        assertThat(Files.readString(file)).contains("\"approx_count\": ").isNotEqualTo(before);
        assertThat(Run.of(people, "count", "main.leads.people", "-w", "@" + file)
                        .exitCode())
                .isZero();

        Files.writeString(file, Files.readString(file).replace("age > 41", "age > 40"));
        Run changed = Run.of(people, NO_COLOUR, "count", "main.leads.people", "-w", "@" + file);
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.err()).contains("its hash does not fit");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".audience"));
        }
    }

    @Test
    void anExportThatCannotBeWrittenIsNotPaidFor() {
        Run run = Run.of(
                people,
                NO_COLOUR,
                "export",
                "main.leads.people",
                "-w",
                "age > 41",
                "--to=notebook",
                "--with-size",
                "-f",
                folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a directory");
    }

    @Test
    void theTerminalsWidthIsKept() {
        for (String columns : new String[] {"40", "80", "120"}) {
            Run run = Run.of(people, Map.of("COLUMNS", columns, "NO_COLOR", "1"), "describe", "main.leads.people");
            assertThat(run.out().lines()).allMatch(line -> line.length() <= Integer.parseInt(columns));
        }
    }

    @Test
    void whatIsCancelledEndsAsInterrupted() {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        io.leadgen.warehouse.Cancellation cancellation = new io.leadgen.warehouse.Cancellation();
        cancellation.cancel();
        Surroundings surroundings = new Surroundings(out, err, Map.of(), Path.of(""), "analyst", false, false, true);

        assertThat(new Cli(surroundings, people, cancellation).run("count", "main.leads.people"))
                .isEqualTo(130);
        assertThat(out.size()).isZero();
        assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("error[CANCELLED]: ");
    }
}
