package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ConfiguredSource;
import io.leadgen.error.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the shell, through the product as it is: what holds on the command line holds there too. */
class ShellOverFilesTest {
    /** 20,000 people with three visits each; any size is within more than six sigma of the true one. */
    private static final int PEOPLE = 20_000;

    @TempDir
    static Path data;

    @TempDir
    Path home;

    @BeforeAll
    static void write() throws IOException {
        visits(data.resolve("visits.csv"), PEOPLE);
        visits(data.resolve("others.csv"), PEOPLE / 2);
        Files.writeString(data.resolve("broken.csv"), "a,b\n1,2\n3,4,5\n");
    }

    private static void visits(Path file, int people) throws IOException {
        StringBuilder rows = new StringBuilder("uid,age,level\n");
        for (int i = 0; i < 3 * people; i++) {
            rows.append("u%d,%d,%s%n".formatted(i / 3, 18 + i / 3 % 60, i / 3 % 2 == 0 ? "low" : "high"));
        }
        Files.writeString(file, rows);
    }

    private Run run(String typed, String... words) {
        Map<String, String> environment = Map.of("LEADGEN_HOME", home.toString(), "COLUMNS", "200");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext surroundings = new ProcessContext(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                environment,
                data,
                "analyst",
                false,
                false,
                false,
                true);
        int code = new Cli(surroundings, new ConfiguredSource(environment, data), new Cancellation()).run(words);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Run script(String lines) {
        return run(lines, "shell");
    }

    private static String[] lines(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out().split("\n", -1);
    }

    @Test
    void startsWithAFileAndRefinesAnAudienceOfIt() {
        String[] lines =
                lines(run("where age > 47\nand level = 'high'\nundo\nshow\n", "shell", "visits.csv", "--unit", "uid"));

        assertThat(lines[0]).matches("file\\.[0-9a-f]{16}\\.visits: everyone");
        assertThat(lines[1]).matches("(9,[5-9]|10,[0-4])\\d\\d ± \\d+ people · cost 0\\.\\d+ · left 0\\.\\d+");
        assertThat(lines[2]).matches("(4,[5-9]|5,[0-4])\\d\\d ± \\d+ people, .* fewer \\(-.*%\\) · cost .*");
        assertThat(lines[3]).matches(".*\\.visits: age > 47: .* people").isEqualTo(lines[4]);
    }

    @Test
    void everyCommandTakesTheFileAndItsAudience() {
        String out = script("""
                        use visits.csv --unit uid
                        sizes off
                        where age > 47
                        count -o csv
                        segment --by level
                        segment visits.csv --by level
                        profile level
                        check --sql
                        describe
                        budget -o csv
                        audience save elders
                        reset
                        where @elders
                        show
                        """).out();

        assertThat(out.split("where age > 47", -1)).as(out).hasSize(6);
        assertThat(out).contains("saved as elders@1").endsWith(".visits: age > 47\n");
    }

    @Test
    void withoutAConfigurationFilesAreAllThereIs() {
        assertThat(script("sizes off\nuse visits.csv --unit rows\n").exitCode()).isZero();
        assertThat(script("use main.leads.people\n").err())
                .startsWith("error[CONFIG_INVALID]: There is no configuration");
        assertThat(script("where age > 30\n").err())
                .contains("No table is in use", "use CATALOG.SCHEMA.TABLE, or use FILE --unit COLUMN");
    }

    @ParameterizedTest
    @CsvSource({"visits.csv", "nobody.csv", "broken.csv --unit rows", "visits.csv --unit udi", "a.b.c --unit uid"})
    void reportsAFaultyFileAsTheCommandLineDoes(String file) {
        Run command = run("", ("describe " + file).split(" ", -1));
        Run shell = script("use " + file + "\nshow\n");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(shell).isEqualTo(command);
        assertThat(run("show\n", ("shell " + file).split(" ", -1))).isEqualTo(command);
    }

    /** The same table in the ledger, so the same answers and the same budget, however often it is opened. */
    @Test
    void aQuestionCostsTheSameWhereverItIsAskedAndOnlyOnce() {
        String budget = "budget -o csv\n";
        String[] first = lines(script("use visits.csv --unit uid\nwhere age > 30\n" + budget));
        Run command = run("", "count", "visits.csv", "-w", "age > 30", "-o", "json");
        String[] again = lines(script("""
                use visits.csv --unit uid
                where age > 30
                use others.csv --unit uid
                use ./visits.csv
                where 30 < age
                """ + budget));

        String size = first[1].substring(0, first[1].indexOf(" ·"));
        assertThat(first[1]).contains(" · cost 0.");
        assertThat(command.out())
                .contains("\"repeated\": true", "\"approx_count\": " + size.split(" ", 2)[0].replace(",", ""));
        assertThat(again[1]).startsWith(size + " · free (cached) · ");
        assertThat(again[4]).isEqualTo(again[1]);
        String left = budget(lines(run("", "budget", "visits.csv", "-o", "csv"))[1]);
        assertThat(left).isEqualTo(budget(first[3])).isEqualTo(budget(again[6])).doesNotContain(",0.1,0.1,");

        String[] more = lines(run("", "count", "visits.csv", "-w", "age > 40", "-o", "csv"));
        assertThat(more).isNotEmpty();
        assertThat(lines(script("use visits.csv\nwhere age > 40\n" + budget))[1])
                .contains(" · free (cached) · ");
    }

    /** All but the request's own id. */
    private static String budget(String line) {
        return line.substring(0, line.lastIndexOf(','));
    }

    @Test
    void anotherFileCanBeAskedAboutInBetween() {
        String[] lines = lines(script("""
                use visits.csv --unit uid
                where age > 47
                count others.csv --unit rows -o csv
                show
                """));

        assertThat(lines[3]).contains(",others,").contains(",row,").doesNotContain("age > 47");
        assertThat(lines[4]).contains(".visits: age > 47: ");
    }

    @Test
    void anotherUnitHoldsFromThenOnAsOnTheCommandLine() {
        Run run = script("use visits.csv --unit uid\ncount --unit rows -o csv\ncount -o csv\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("note: the unit of visits.csv changes from one value of uid to one row.");
        assertThat(run.out().lines().filter(line -> line.contains(",row,"))).hasSize(2);
    }

    @Test
    void aConfigurationHoldsForTheFilesThatItServesAndAroundOthers() throws IOException {
        Files.writeString(home.resolve("config.yml"), """
                warehouse: {embedded: {tables: {main.leads.visits: %s}}}
                privacy:
                  default_class: trusted
                  tables:
                    main.leads.visits: {unit: uid, require: "level = 'high'"}
                """.formatted(data.resolve("visits.csv")));

        assertThat(script("use visits.csv\ncount -o json\n").out())
                .startsWith("main.leads.visits: everyone\n")
                .contains("\"schema\": \"leads\"", "\"require\": \"level = 'high'\"", "\"unit\": \"uid\"");
        assertThat(script("use main.leads.visits\nuse others.csv --unit uid\ncount -o json\nuse main.leads.visits\n")
                        .out())
                .contains("\"table\": \"others\"", "\"class\": \"trusted\"", "\"require\": null")
                .endsWith("main.leads.visits: everyone\n");
        assertThat(script("use visits.csv --unit rows\n").err()).contains("serves this file as main.leads.visits");
    }
}
