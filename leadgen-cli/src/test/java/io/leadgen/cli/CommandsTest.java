package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ServiceSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static ServiceSource people;

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
        METRIC_MEDIAN("metric", "main.leads.people", "MEDIAN", "age"),
        METRIC_PERCENTILES("metric", "main.leads.people", "p10,median,P90", "age", "-w", "income_level = 'high'"),
        COUNTS("count", "main.leads.people", "-w", "age < 40", "-w", "age >= 40", "-w", "age > 200"),
        COUNTS_SUPPRESSED("count", "main.leads.people", "-w", "age > 200", "-w", "age > 300"),
        SHARE("share", "main.leads.people", "--of", "income_level = 'high'", "-w", "age > 40"),
        SHARE_SUPPRESSED("share", "main.leads.people", "--of", "age > 200"),
        SEGMENT("segment", "main.leads.people", "--by", "income_level"),
        SEGMENT_BANDS("segment", "main.leads.people", "--by", "income_level,age[40, 60]", "-w", "spend < 250"),
        SEGMENT_METRIC("segment", "main.leads.people", "--by=income_level", "--metric", "avg:age"),
        SEGMENT_FOUND("segment", "main.leads.people", "--by", "joined:quarter", "--by", "income_level"),
        SEGMENT_SUPPRESSED("segment", "main.leads.people", "--by", "income_level", "-w", "age > 200"),
        SEGMENT_NONE_SUPPRESSED("segment", "main.leads.people", "--by", "joined", "-w", "age > 200"),
        TREND("trend", "main.leads.people", "--time=joined", "--every=month", "--from=2026-01-31", "--to=2026-10-01"),
        TREND_FOUND("trend", "main.leads.people", "--time", "joined", "--every", "quarter"),
        TREND_SUPPRESSED("trend", "main.leads.people", "--time=joined", "--every=week", "--from=2026-11-20"),
        FUNNEL(
                "funnel",
                "main.leads.people",
                "--step=age > 30",
                "--step=income_level <> 'low'",
                "--step=spend > 295",
                "-w=spend > 20"),
        OVERLAP(
                "overlap",
                "main.leads.people",
                "-a=old=age > 50",
                "-a=well off=income_level = 'high'",
                "-a=generous=spend >= 150"),
        PROFILE("profile", "main.leads.people", "income_level"),
        PROFILE_BANDS("profile", "main.leads.people", "age", "-w", "income_level <> 'low'"),
        PROFILE_CALENDAR("profile", "main.leads.people", "joined"),
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
        assertThat(run.exitCode()).isEqualTo(example.name().endsWith("_SUPPRESSED") ? 9 : 0);
        io.leadgen.cli.answer.Golden.check(
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
                "3 | UNKNOWN_COLUMN     | segment main.leads.people --by ago",
                "4 | COLUMN_FORBIDDEN   | segment main.leads.people --by uid",
                "2 | BANDS_INVALID      | segment main.leads.people --by spend[2,1]",
                "2 | NOT_A_TIME_COLUMN  | segment main.leads.people --by age:month",
                "2 | INVALID_ARGUMENT   | segment main.leads.people --by age[1],spend[1],par_month[1],joined:month",
                "2 | METRIC_UNSUPPORTED | segment main.leads.people --by consent --metric AVG:income_level",
                "2 | NOT_A_TIME_COLUMN  | trend main.leads.people --time age --every day --from 2026-01-01",
                "2 | EMPTY_RANGE        | trend main.leads.people --time joined --every day --from 2026-02-01 --to 2026-01-01",
                "2 | TOO_MANY_CELLS     | trend main.leads.people --time joined --every day --from 2000-01-01",
                "2 | INVALID_ARGUMENT   | trend main.leads.people --time joined --every day --to 2026-01-01",
                "3 | PARTITION_REQUIRED | share main.leads.visits --of age>1",
                "3 | PARTITION_REQUIRED | funnel main.leads.visits --step age>1",
                "3 | PARTITION_REQUIRED | overlap main.leads.visits -a x=age>1",
                "2 | INVALID_ARGUMENT   | overlap main.leads.people -a x=age>1 -a x=age>2",
                "4 | COLUMN_FORBIDDEN   | profile main.leads.people uid",
                "5 | BUDGET_EXHAUSTED   | segment main.leads.people --by consent --as beggar --precision max",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aeg > 40 && incme_level == low      | ",
                "aeg > 40 && consent                 | age > 40 AND consent",
                "aeg > 40 AND incme_level = 3        | age > 40 AND income_level = '3'",
                "income_level = ‘low’ AND age => 40; | income_level = 'low' AND age >= 40",
                "\"age\" > 40                        | `age` > 40",
            })
    void whatCanBeMendedIsSaidReadyToPaste(String predicate, @Nullable String fix) {
        Run run = Run.of(people, NO_COLOUR, "check", "main.leads.people", "-w", predicate);

        if (fix == null) {
            assertThat(run.err()).doesNotContain("\nfix: ");
        } else {
            assertThat(run.err()).contains("\nfix: " + fix + "\nrequest: ");
            assertThat(Run.of(people, NO_COLOUR, "check", "main.leads.people", "-w", fix)
                            .exitCode())
                    .isZero();
        }
    }

    @Test
    void programsGetFixesAsChanges() {
        Run run = Run.of(people, NO_COLOUR, "check", "main.leads.people", "-w", "age = '44'", "-o", "json");

        assertThat(withoutIds(run.err()))
                .contains(",\"fix\":[{\"from\":6,\"to\":7,\"text\":\"\"},{\"from\":9,\"to\":10,\"text\":\"\"}]}")
                .doesNotContain("44");
    }

    @ParameterizedTest
    @MethodSource("textsWithAMistake")
    void theMarkStandsUnderTheTextThatHoldsTheMistake(String excerpt, String[] words) {
        Run run = Run.of(people, NO_COLOUR, words);

        assertThat(run.err()).contains(excerpt);
    }

    static Stream<Arguments> textsWithAMistake() {
        String[] condition = {"-w", "age > 40 AND incme_level = 'low'"};
        String excerpt = "\n  age > 40 AND incme_level = 'low'\n               ^^^^^^^^^^^\n";
        return Stream.of(
                mistake(excerpt, "segment", "--by", "income_level", condition[0], condition[1]),
                mistake(excerpt, "trend", "--time=joined", "--every=month", condition[0], condition[1]),
                mistake(excerpt, "funnel", "--step", "age > 30", condition[0], condition[1]),
                mistake(excerpt, "funnel", "--step", "age > 30", "--step", condition[1], "-w", "age > 1"),
                mistake(excerpt, "overlap", "-a", "x=age > 30", "-a", "y=" + condition[1]),
                mistake(excerpt, "share", "--of", condition[1], "-w", "age > 1"),
                mistake(excerpt, "share", "--of", "age > 30", condition[0], condition[1]),
                mistake(excerpt, "count", "-w", "age > 30", condition[0], condition[1]),
                mistake(excerpt, "profile", "age", condition[0], condition[1]),
                mistake(excerpt, "metric", "AVG", "age", condition[0], condition[1]),
                mistake("\n  aeg\n  ^^^\nhint: did you mean age?", "metric", "AVG", "aeg", "-w", "age > 40"),
                mistake("\n  aeg\n  ^^^\nhint: did you mean age?", "profile", "aeg", "-w", "age > 40"),
                mistake(
                        "In grouping 2: ",
                        "segment",
                        "--by=income_level, age[50, 40]",
                        "-w",
                        "age > 40 AND income_level = 'low'"),
                mistake(
                        "\n  age[50, 40]\n          ^^\n",
                        "segment",
                        "--by=income_level, age[50, 40]",
                        "-w",
                        "age > 40"),
                mistake("\n  aeg\n  ^^^\n", "segment", "--by=income_level", "--metric=SUM:aeg", "-w", "age > 40"),
                mistake("\n  jioned\n  ^^^^^^\n", "trend", "--time=jioned", "--every=month", "-w", "age > 40"),
                mistake("\n  moon\n  ^^^^\n", "trend", "--time=joined", "--every=moon", "-w", "age > 40"));
    }

    private static Arguments mistake(String excerpt, String command, String... words) {
        return Arguments.of(
                excerpt,
                Stream.concat(Stream.of(command, "main.leads.people"), Arrays.stream(words))
                        .toArray(String[]::new));
    }

    @Test
    void aFileOfConditionsIsCountedLineByLine() throws IOException {
        Path file = Files.writeString(folder.resolve("audiences.txt"), "age < 40\n\n  age >= 40 \r\n");
        Run fromFile = Run.of(people, "count", "main.leads.people", "-ocsv", "--where-each", file.toString());
        Run typed = Run.of(people, "count", "main.leads.people", "-ocsv", "-w", "age < 40", "-w", "age >= 40");

        assertThat(fromFile.exitCode()).isZero();
        assertThat(withoutIds(fromFile.out())).isEqualTo(withoutIds(typed.out()));
        assertThat(Run.of(people, "count", "main.leads.people", "-w", "age > 1", "--where-each", "@" + file, "-ondjson")
                        .out()
                        .lines())
                .hasSize(3);
        Files.writeString(file, "\n");
        assertThat(Run.of(people, "count", "main.leads.people", "--where-each", file.toString()))
                .matches(run ->
                        run.exitCode() == 2 && run.said().contains("is empty hint: write a condition on each line"));
    }

    @Test
    void aConditionOnSeveralLinesIsShownOnOne() throws IOException {
        Path file = Files.writeString(folder.resolve("lines.txt"), "age > 40\r\n  AND income_level <> 'low'\n");
        String[] check = {"check", "main.leads.people", "-w", "@" + file};

        assertThat(Run.of(people, NO_COLOUR, check).out())
                .contains("in main.leads.people where age > 40 AND income_level <> 'low'\n");
        assertThat(Run.of(people, NO_COLOUR, "-omarkdown", check[0], check[1], check[2], check[3])
                        .out())
                .contains("| predicate | age > 40<br>  AND income_level \\<> 'low' |\n");
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "");
    }

    @Test
    void stepsAndAudiencesCanStandInFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("step.txt"), "age > 40\n");
        String step = "@" + file;
        assertThat(Run.of(people, "-ocsv", "funnel", "main.leads.people", "--step", step))
                .isEqualTo(Run.of(people, "-ocsv", "funnel", "main.leads.people", "--step", "age > 40"));
        assertThat(Run.of(people, "-ocsv", "overlap", "main.leads.people", "-a", "old=" + step))
                .isEqualTo(Run.of(people, "-ocsv", "overlap", "main.leads.people", "-a", "old = age > 40"));
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
    void onlyAPlainFileIsReplaced() throws IOException {
        // As root, even a device could be replaced.
        Path socket = folder.resolve("socket");
        String[] export = {"export", "main.leads.people", "-w", "age > 41", "--to", "json", "--force", "-f"};
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(Run.of(people, NO_COLOUR, and(export, socket.toString())))
                    .matches(run -> run.exitCode() == 2 && run.said().contains("is not a regular file"));
            assertThat(Files.readAttributes(socket, BasicFileAttributes.class).isOther())
                    .isTrue();
        }

        Path file = Files.writeString(folder.resolve("target.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        assertThat(Run.of(people, NO_COLOUR, and(export, link.toString())).exitCode())
                .isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).contains("age > 41");
    }

    private static String[] and(String[] words, String word) {
        return Stream.concat(Arrays.stream(words), Stream.of(word)).toArray(String[]::new);
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
        assertThat(other.said()).contains("an audience of main.leads.people, and this command is about another table");

        assertThat(Run.of(people, NO_COLOUR, export))
                .matches(run -> run.exitCode() == 2 && run.said().contains("already exists"));
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
        assertThat(changed.said()).contains("its hash does not match");
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
            assertThat(run.out()).isNotEmpty();
            assertThat(run.out().lines()).allMatch(line -> line.length() <= Integer.parseInt(columns));
        }
    }

    @Test
    void whatIsCancelledEndsAsInterrupted() {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        io.leadgen.error.Cancellation cancellation = new io.leadgen.error.Cancellation();
        cancellation.cancel();
        ProcessContext surroundings = new ProcessContext(
                InputStream.nullInputStream(), out, err, Map.of(), Path.of(""), "analyst", false, false, false, true);

        assertThat(new Cli(surroundings, people, cancellation).run("count", "main.leads.people"))
                .isEqualTo(130);
        assertThat(out.size()).isZero();
        assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("error[CANCELLED]: ");
    }
}
