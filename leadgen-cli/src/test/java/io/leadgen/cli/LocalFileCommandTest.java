package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ConfiguredSource;
import io.leadgen.error.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about files, from the words of the command line through the product as it is. */
class LocalFileCommandTest {
    @TempDir
    static Path data;

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    /** 60,000 visits of 20,000 people, as CSV and as Parquet. */
    @BeforeAll
    static void write() throws SQLException, IOException {
        String visits =
                "SELECT i // 3 AS uid, 18 + i % 60 AS age, ['low', 'high'][1 + i % 2] AS level, DATE '2026-01-01' + (i % 90)::INTEGER"
                        + " AS day, i % 50 AS spend FROM range(60000) t(i)";
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("COPY (" + visits + ") TO '" + data.resolve("visits.csv") + "' (HEADER)");
            statement.execute("COPY (" + visits + ") TO '" + data.resolve("visits.parquet") + "' (FORMAT parquet)");
        }
        Files.writeString(data.resolve("broken.csv"), "a,b\n1,2\n3,4,5\n");
        Files.writeString(data.resolve("a.b.csv"), "uid,age\n1,2\n");
        Files.writeString(data.resolve("notes.txt"), "x");
        Files.createDirectories(data.resolve("delta/_delta_log"));
        Files.createDirectory(data.resolve("mixed"));
        Files.writeString(data.resolve("mixed/a.csv"), "uid\n1\n");
        Files.writeString(data.resolve("mixed/b.parquet"), "x");
        Files.createDirectory(data.resolve("parts"));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            rows.append(i).append(",town ").append(i % 7).append('\n');
        }
        Files.writeString(data.resolve("rows.csv"), rows);
        Files.writeString(data.resolve("parts/a.csv"), "uid,town\n" + rows);
        Files.writeString(data.resolve("parts/b.csv"), "uid,town\n" + rows);
        Files.writeString(data.resolve("parts/_later.csv"), "not\nyet\n");
    }

    @BeforeEach
    void surround() {
        environment.put("LEADGEN_HOME", home.toString());
        environment.put("NO_COLOR", "1");
    }

    private Run run(String... words) {
        return run(false, "", words);
    }

    private Run run(boolean terminal, String typed, String... words) {
        ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext surroundings =
                new ProcessContext(in, out, err, environment, data, "analyst", terminal, terminal, terminal, true);
        ConfiguredSource source = new ConfiguredSource(environment, data);
        int code = new Cli(surroundings, source, new Cancellation()).run(words);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static long number(Run run, String key) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> line.contains("\"" + key + "\":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Arguments words(String... words) {
        return Arguments.of((Object) words);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                words("describe", "visits.csv"),
                words("partitions", "visits.csv"),
                words("count", "visits.csv", "-w", "age > 20"),
                words("metric", "visits.csv", "AVG", "spend"),
                words("segment", "visits.csv", "--by", "level"),
                words("trend", "visits.csv", "--time", "day", "--every", "month", "--from", "2026-01-01"),
                words("funnel", "visits.csv", "--step", "age > 20", "--step", "level = 'high'"),
                words("overlap", "visits.csv", "-a", "x=age > 20", "-a", "y=level = 'high'"),
                words("profile", "visits.csv", "level"),
                words("check", "visits.csv", "-w", "age > 20", "--sql"),
                words("export", "visits.csv", "-w", "age > 20", "--to", "json"),
                words("budget", "visits.csv"),
                words("audience", "save", "x", "visits.csv", "-w", "age > 20"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyCommandThatTakesATableTakesAFile(String[] words) {
        String[] all = Stream.concat(Stream.of(words), Stream.of("--unit", "uid", "-o", "json"))
                .toArray(String[]::new);
        Run run = run(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"catalog\": \"file\"", "\"table\": \"visits\"");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyFormatNamesTheFilesTable(OutputFormat format) {
        Run run = run("count", "visits.parquet", "--unit", "uid", "-o", format.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("visits");
    }

    @Test
    void theUnitSaysWhatIsCountedAndIsRemembered() {
        Run people = run("count", "visits.csv", "--unit", "UID", "-o", "json");
        assertThat(number(people, "approx_count")).isBetween(19_000L, 21_000L); // 20,000, more than six sigma
        assertThat(people.out()).contains("\"unit\": \"uid\"");

        Run again = run("count", data.resolve("visits.csv").toString(), "-o", "json");
        assertThat(again.out()).contains("\"repeated\": true");
        assertThat(number(again, "approx_count")).isEqualTo(number(people, "approx_count"));

        Run rows = run("count", "visits.csv", "--unit", "rows", "-o", "json");
        assertThat(number(rows, "approx_count")).isBetween(57_000L, 63_000L);
        assertThat(rows.err()).startsWith("note: the unit of visits.csv changes from one value of uid to one row.");
        assertThat(run("count", "visits.csv", "-o", "json").out()).contains("\"unit\": \"row\"");
    }

    @Test
    void withoutAUnitNothingIsAsked() {
        Run run = run("count", "visits.csv");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                        error[INVALID_ARGUMENT]: --unit is required for this file
                        hint: set --unit COLUMN to the column that identifies a person, or --unit rows if each row is one person; \
                        its columns are uid, age, level, day, spend
                        """);
        assertThat(home.resolve("ledger.db")).doesNotExist();
        assertThat(run("count", "visits.csv", "--unit", "udi").err()).contains("no column udi", "did you mean uid?");
    }

    @Test
    void asksForTheUnitAtATerminal() {
        Run run = run(true, "udi\nuid\n", "count", "visits.csv", "-o", "json");
        assertThat(number(run, "approx_count")).isBetween(19_000L, 21_000L);
        assertThat(run.said())
                .startsWith("What identifies a person in visits.csv? its columns are uid, age, level, day, spend The ")
                .contains("or rows if each row is one person: ", "This file has no column udi; did you mean uid?");
        assertThat(run(true, "", "count", "visits.csv").err()).isEmpty();

        assertThat(run(true, "", "count", "visits.parquet").exitCode()).isEqualTo(130);
    }

    @Test
    void theNameThatAnAnswerShowsCanBeAskedAboutToo() {
        Run run = run("count", "visits.csv", "--unit", "uid", "-o", "csv");
        String name =
                run.out().lines().skip(1).findFirst().orElseThrow().replaceAll("^(.*?),(.*?),(.*?),.*", "$1.$2.$3");
        assertThat(run("count", name, "-o", "json").out()).contains("\"repeated\": true");
    }

    @Test
    void undeclaredColumnsAreMeasured() {
        Run run = run("metric", "visits.parquet", "SUM", "spend", "--unit", "rows", "-o", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"clamped_to\": [");
    }

    @Test
    void howACsvFileIsWrittenIsRemembered() {
        Run run = run("count", "rows.csv", "--unit", "column1", "--csv", "header=false", "-o", "json");
        assertThat(number(run, "approx_count")).isBetween(5_700L, 6_300L); // 6,000, more than six sigma
        assertThat(run("describe", "rows.csv").out()).contains("CSV: delimiter comma", "no header", "column2");
        assertThat(run("describe", "rows.csv", "--csv", "auto").err()).contains("is a number");
    }

    @Test
    void aFolderOfCsvFilesIsATable() {
        Run run = run("count", "./parts", "--unit", "uid", "-o", "json");
        assertThat(number(run, "approx_count")).isBetween(5_700L, 6_300L);
    }

    @Test
    void aFileNameIsCorrected() {
        assertThat(run("count", "visit.csv").err()).contains("There is no file visit.csv", "did you mean visits.csv?");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                words("There is no file nobody.csv", "count", "nobody.csv"),
                words("There is no file C:\\data\\people.csv", "count", "C:\\data\\people.csv"),
                words("There is no file \\\\server\\share\\x.parquet", "count", "\\\\server\\share\\x.parquet"),
                words("The standard input cannot be queried", "count", "-"),
                words("notes.txt is not a Parquet or CSV file", "count", "notes.txt"),
                words("parts is a folder, and no name of a table", "count", "parts"),
                words("Cannot read the file delta as a folder of files: it is a Delta table", "count", "./delta"),
                words(
                        "Cannot read the file mixed as a folder of files: it has Parquet and CSV files",
                        "count",
                        "./mixed"),
                words("Unknown option of CSV files: heder", "count", "visits.csv", "--csv", "heder=false"),
                words("--csv applies only to files", "count", "main.leads.people", "--csv", "header=false"),
                words("Cannot read the file rows.csv as CSV: column 1 of the first line", "count", "rows.csv"),
                words("Cannot read the file broken.csv as CSV", "count", "broken.csv", "--unit", "rows"),
                words("a.b.csv is a file in this folder, and could also be a table", "count", "a.b.csv"),
                words("--unit applies only to files", "count", "main.leads.people", "--unit", "uid"),
                words("The demo serves only its own tables", "--demo", "count", "visits.csv"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void reportsAMistakeWithExitCodeTwo(String[] messageAndWords) {
        String message = messageAndWords[0];
        Run run = run(Stream.of(messageAndWords).skip(1).toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error[INVALID_ARGUMENT]: " + message).contains("\nhint: ");
    }

    @Test
    void aDotInFrontMakesItAFile() {
        assertThat(run("check", "./a.b.csv", "-w", "age > 1", "--unit", "uid").exitCode())
                .isZero();
        Run table = run("check", "`a`.b.csv", "-w", "age > 1");
        assertThat(table.exitCode()).isEqualTo(8);
        assertThat(table.err()).contains("There is no configuration");
    }

    private void config(Path place, String tables) throws IOException {
        Files.writeString(place, """
                warehouse: {embedded: {tables: {%s}}}
                privacy:
                  default_class: trusted
                  tables:
                    main.leads.visits: {unit: uid, require: "level = 'high'"}
                """.formatted(tables));
    }

    @Test
    void whatAConfigurationServesKeepsItsPolicyUnderWhateverName() throws IOException {
        Path config = home.resolve("config.yml");
        config(config, "main.leads.visits: " + data.resolve("visits.csv"));
        Files.createSymbolicLink(home.resolve("link.csv"), data.resolve("visits.csv"));
        for (String word : new String[] {"visits.csv", home.resolve("link.csv").toString()}) {
            Run run = run("--config", config.toString(), "count", word, "-o", "json");
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("\"schema\": \"leads\"", "\"require\": \"level = 'high'\"", "\"unit\": \"uid\"");
        }
        // Also where nobody has named the configuration, but it is found.
        assertThat(run("count", "visits.csv", "-o", "json").out()).contains("\"require\": \"level = 'high'\"");
        assertThat(run("count", "visits.csv", "--unit", "rows").err())
                .contains("serves this file as main.leads.visits", "omit --unit");
    }

    @Test
    void aConfigurationStaysInForceAroundOtherFiles() throws IOException {
        Path config = home.resolve("config.yml");
        config(config, "main.leads.visits: " + data.resolve("visits.csv"));
        Run run = run("--config", config.toString(), "count", "visits.parquet", "--unit", "uid", "-o", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"class\": \"trusted\"", "\"require\": null", "\"catalog\": \"file\"");
    }

    @Test
    void aBrokenConfigurationIsPassedOverOnlyIfItServesNoFiles() throws IOException {
        Path config = home.resolve("config.yml");
        Files.writeString(config, "warehouse: {host: \"${NOT_SET}\", http_path: /x}\n");
        Run run = run("count", "visits.csv", "--unit", "uid", "-o", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("config.yml has errors").contains("the defaults apply to this file");
        assertThat(run("--config", config.toString(), "count", "visits.csv").exitCode())
                .isEqualTo(8);

        Files.writeString(
                config,
                "warehouse: {embedded: {tables: {main.leads.visits: \"${NOT_SET}\"}}}\nprivacy: {tables: {main.leads.visits: {rows_are_people: true}}}\n");
        assertThat(run("count", "visits.csv").exitCode()).isEqualTo(8);
    }
}
