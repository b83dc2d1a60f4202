package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ConfiguredSource;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Audiences that are saved under a name, in every command that knows them and every format. */
class AudienceCommandTest {
    private static final String PEOPLE = "main.leads.people";

    @TempDir
    static Path folder;

    private static ServiceSource people;

    /** Each test has a home of its own, and the folder where files are looked for. */
    @TempDir
    Path home;

    @BeforeAll
    static void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    @BeforeEach
    void saveTwo() {
        assertThat(run("audience", "save", "young", PEOPLE, "-w", "age < 30", "--note", "spring")
                        .exitCode())
                .isZero();
        assertThat(run("audience", "save", "young", PEOPLE, "-w", "age < 40 AND income_level <> 'low'")
                        .exitCode())
                .isZero();
        assertThat(run("audience", "save", "rich", PEOPLE, "-w", "income_level = 'high'")
                        .exitCode())
                .isZero();
    }

    private Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext surroundings = new ProcessContext(
                InputStream.nullInputStream(),
                out,
                err,
                Map.of("LEADGEN_HOME", home.toString(), "NO_COLOR", "1"),
                home,
                "analyst",
                false,
                false,
                false,
                true);
        int code = new Cli(surroundings, people, new Cancellation()).run(words);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void golden(String name, OutputFormat format, String... words) {
        Run run = run(Stream.concat(Stream.of("-o", format.toString()), Stream.of(words))
                .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Golden.check(
                "commands/audience_" + name + "." + format + ".txt",
                run.out()
                        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "REQUEST-ID")
                        .replace(home.toString(), "HOME")
                        // When it was saved is now; all other times are those of a clock that stands still.
                        .replaceAll("(?!2026-11-30T00:00:00Z)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "SAVED-AT")
                        .replaceAll("(?!2026-11-30 00:00)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "2026-11-24 12:00"));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyCommandInEveryFormat(OutputFormat format) {
        golden("save", format, "audience", "save", "old", PEOPLE, "-w", "age > 60", "--note", "a | note");
        golden("save_unchanged", format, "audience", "save", "old", PEOPLE, "-w", "age > 60", "--note", "a | note");
        golden("list", format, "audience", "list");
        golden("show", format, "audience", "show", "young@1");
        golden("diff", format, "audience", "diff", "young@1", "young", "--precision", "max");
        golden("diff_no_size", format, "audience", "diff", "young@1", "@young@2", "--no-size");
        golden("diff_same", format, "audience", "diff", "young", "young@2");
        golden("rm_version", format, "audience", "rm", "young@1");
        golden("rm", format, "audience", "rm", "old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "@rich AND age > 20 | (income_level = 'high') AND age > 20",
                "age > 20 AND NOT @young@1 | age > 20 AND NOT (age < 30)",
                "@young OR (@rich) | (age < 40 AND income_level <> 'low') OR ((income_level = 'high'))",
                "income_level = '@rich' OR @rich | income_level = '@rich' OR (income_level = 'high')"
            })
    void standsInsideAPredicate(String predicate, String meant) {
        String both = run("check", PEOPLE, "-w", predicate, "-o", "json").out();
        assertThat(both).contains("\"predicate\": \"" + meant + "\"");
    }

    @Test
    void insideAPredicateNamesAreOfOneTableAndKnown() {
        assertThat(run("count", PEOPLE, "-w", "@rch AND age > 20").err()).contains("did you mean rich?");
        assertThat(run("count", PEOPLE, "-w", "age = 30 AND mail = 'a@b'").err())
                .contains("Unknown column mail");
    }

    @Test
    void aSavedAudienceStandsWhereverAConditionStands() {
        String condition = "age < 40 AND income_level <> 'low'";
        same(new String[] {"count", PEOPLE, "-w", "@young"}, new String[] {"count", PEOPLE, "-w", condition});
        same(new String[] {"count", PEOPLE, "-w", "@young@1"}, new String[] {"count", PEOPLE, "-w", "age < 30"});
        same(
                new String[] {"funnel", PEOPLE, "--step", "@young", "--step", "@rich"},
                new String[] {"funnel", PEOPLE, "--step", condition, "--step", "income_level = 'high'"});
        same(
                new String[] {"overlap", PEOPLE, "-a", "x=@young", "-a", "y=@rich"},
                new String[] {"overlap", PEOPLE, "-a", "x=" + condition, "-a", "y=income_level = 'high'"});
        same(
                new String[] {"metric", PEOPLE, "AVG", "age", "-w", "@young"},
                new String[] {"metric", PEOPLE, "AVG", "age", "-w", condition});
        same(new String[] {"check", PEOPLE, "-w", "@young"}, new String[] {"check", PEOPLE, "-w", condition});
    }

    private void same(String[] saved, String[] typed) {
        Run one = run(Stream.concat(Stream.of(saved), Stream.of("-ocsv")).toArray(String[]::new));
        Run other = run(Stream.concat(Stream.of(typed), Stream.of("-ocsv")).toArray(String[]::new));
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(withoutWhatOnceIs(one.out())).isEqualTo(withoutWhatOnceIs(other.out()));
    }

    /** What an answer says only the first time, and its id. */
    private static String withoutWhatOnceIs(String csv) {
        return csv.replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "")
                .replaceAll("(untrusted),[^,]*,[^,]*,[^,]*", "$1")
                .replaceAll("(Z),(true|false)", "$1");
    }

    @Test
    void aBareNameIsTheSavedAudienceAndAllElseIsAFile() throws IOException {
        Files.writeString(home.resolve("only-a-file"), "age > 80");
        Files.writeString(home.resolve("rich.txt"), "age > 81");
        Files.createDirectory(home.resolve("dir"));
        Files.writeString(home.resolve("dir/rich"), "age > 82");
        assertThat(run("check", PEOPLE, "-w", "@only-a-file").out()).contains("age >= 81");
        assertThat(run("check", PEOPLE, "-w", "@rich.txt").out()).contains("age >= 82");
        assertThat(run("check", PEOPLE, "-w", "@dir/rich").out()).contains("age >= 83");
        assertThat(run("check", PEOPLE, "-w", "@rich").out()).contains("income_level = 'high'");

        Files.writeString(home.resolve("rich"), "age > 83");
        Run both = run("check", PEOPLE, "-w", "@rich");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err())
                .contains("@rich is a saved audience, and also a file in this folder")
                .contains("write @./rich for the file, or @rich@1 for the audience");
        assertThat(run("check", PEOPLE, "-w", "@./rich").out()).contains("age >= 84");
        assertThat(run("check", PEOPLE, "-w", "@rich@1").out()).contains("income_level = 'high'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | There is no saved audience yuong        | count main.leads.people -w @yuong",
                "2 | The saved audience young has no version 7 | count main.leads.people -w @young@7",
                "2 | The predicate file yuong.txt cannot be read | count main.leads.people -w @yuong.txt",
                "2 | There is no saved audience nobody       | audience show nobody",
                "2 | There is no saved audience nobody       | audience rm nobody",
                "2 | There is no saved audience nobody       | audience diff young nobody",
                "2 | The name of a saved audience          | audience save Young main.leads.people -w age<3",
                "2 | The name of a saved audience          | audience rm ../young",
                "2 | A version is assigned by leadgen and never changes | audience save young@3 main.leads.people -w age<3",
                "2 | A command is missing: save, list        | audience",
                "2 | Unexpected argument 'lst'               | audience lst",
                "2 | Missing required parameter: 'TABLE'     | count -w @young",
                "2 | The saved audience young@2 is an audience of main.leads.people, and this command is about another table | count main.leads.visits -w @young",
                "2 | The saved audience young@2 is an audience of main.leads.people, and this command is about another table | audience save x main.leads.visits -w @young",
                "4 | Column uid cannot be used               | audience save x main.leads.people -w uid='u0001'",
                "3 | Unknown column ago in table main.leads.people | audience save x main.leads.people -w ago<3",
            })
    void aMistakeSaysWhatToDo(int exitCode, String message, String line) {
        Run run = run(line.split(" "));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("]: " + message);
        assertThat(run("audience", "list", "-ocsv").out().lines()).hasSize(3);
    }

    @Test
    void namesTheTableOfTheAudienceWhenNoneIsGiven() {
        assertThat(run("count", "-w", "@young").err())
                .contains("\nhint: the audience belongs to main.leads.people: name that table\n");
    }

    @Test
    void aConditionThatNoLongerFitsIsMarkedWhereItIsUsed() throws IOException {
        Path file = home.resolve("audiences/young@2.json");
        // As if the table had lost a column since: the same audience with another condition, written by leadgen itself.
        Path other = Files.createDirectory(home.resolve("other"));
        Files.writeString(other.resolve("people.csv"), "uid,age,plan\n1,2,x\n");
        Files.writeString(
                other.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.people: people.csv}}}\nprivacy: {tables: {main.leads.people: {rows_are_people: true}}}\n");
        ConfiguredSource before = new ConfiguredSource(Map.of("LEADGEN_HOME", other.toString()), other);
        ProcessContext surroundings = new ProcessContext(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                Map.of("LEADGEN_HOME", other.toString()),
                other,
                "analyst",
                false,
                false,
                false,
                true);
        assertThat(new Cli(surroundings, before, new Cancellation())
                        .run("audience", "save", "young", PEOPLE, "-w", "age > 1 AND plan = 'x'"))
                .isZero();
        Files.copy(other.resolve("audiences/young@1.json"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        Run used = run("count", PEOPLE, "-w", "@young");
        assertThat(used.exitCode()).isEqualTo(3);
        assertThat(used.err()).contains("  age > 1 AND plan = 'x'\n              ^^^^\n");
        Run compared = run("audience", "diff", "young@1", "young");
        assertThat(compared.exitCode()).isEqualTo(3);
        assertThat(compared.err())
                .contains("In the second audience: ")
                .contains("  age > 1 AND plan = 'x'\n              ^^^^\n");
        assertThat(run("audience", "show", "young").out()).contains("plan = 'x'");
    }

    @Test
    void aDifferenceThatIsTooSmallIsSuppressed() {
        run("audience", "save", "few", PEOPLE, "-w", "age > 200");
        run("audience", "save", "fewer", PEOPLE, "-w", "age > 300 AND spend < 3");
        Run run = run("audience", "diff", "few", "fewer");
        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.out()).contains("too few people to show a difference", "fewer than 100");
    }

    @Test
    void nothingIsSpentWithoutSizes() {
        run("audience", "diff", "young", "rich", "--no-size");
        assertThat(run("budget", "-ocsv").out().lines().skip(1).findFirst().orElseThrow())
                .contains("0.1,0.1");
    }

    @Test
    void listAndShowAndRmNeedNoConfiguration() {
        ServiceSource none = (config, demo, progress) -> {
            throw new AssertionError("nobody needs a warehouse");
        };
        Map<String, String> environment = Map.of("LEADGEN_HOME", home.toString());
        for (String[] words :
                new String[][] {{"audience", "list"}, {"audience", "show", "young"}, {"audience", "rm", "young"}}) {
            assertThat(Run.of(none, environment, words).exitCode()).isZero();
        }
    }
}
