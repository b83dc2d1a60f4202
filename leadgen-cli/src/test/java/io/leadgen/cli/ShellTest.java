package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell from a pipe: the same commands, state and errors as at a terminal, and exit codes for scripts. */
class ShellTest {
    private static final String USE = "use main.leads.people\n";

    @TempDir
    Path folder;

    private ServiceSource people;

    @BeforeEach
    void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    private Run script(String lines, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext surroundings = new ProcessContext(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                Map.of("COLUMNS", "200"),
                folder,
                "analyst",
                false,
                false,
                false,
                true);
        String[] all = new String[words.length + 1];
        all[0] = "shell";
        System.arraycopy(words, 0, all, 1, words.length);
        int code = new Cli(surroundings, people, new Cancellation()).run(all);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void refinesStepByStepWithSizeChangeAndCost() {
        Run run = script("""
                # adults with money

                where age > 30
                and income_level = 'high'
                undo
                redo
                """, "main.leads.people");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(5);
        String[] lines = run.out().split("\n", -1);
        assertThat(lines[0]).isEqualTo("main.leads.people: everyone");
        assertThat(lines[1]).matches("[\\d,]+ ± \\d+ people · cost 0\\.\\d+ · left 0\\.09\\d+");
        assertThat(lines[2])
                .matches("[\\d,]+ ± \\d+ people, [\\d,]+ fewer \\(-\\d+\\.\\d %\\) · cost 0\\.\\d+ · left 0\\.09\\d+");
        assertThat(lines[3]).matches("main\\.leads\\.people: age > 30: [\\d,]+ ± \\d+ people");
        assertThat(lines[4])
                .matches("main\\.leads\\.people: age > 30 AND income_level = 'high': [\\d,]+ ± \\d+ people")
                .contains(lines[2].substring(0, lines[2].indexOf(" ±")));
    }

    @Test
    void commandsTakeTheTableAndTheAudience() {
        assertThat(script(USE + "where age > 30\nsegment --by income_level -o json\n")
                        .out())
                .contains("\"table\": \"people\"", "\"predicate\": \"age > 30\"", "\"income_level\": \"low\"");
        assertThat(script(USE + "where age > 30\nprofile income_level\nmetric AVG age\ncheck\nbudget\n")
                        .out())
                .contains("income_level (string)\nin main.leads.people where age > 30", "AVG(age) = ")
                .contains("main.leads.people");
        assertThat(script(USE + "where age > 30\ncount -w \"age > 200\"\n").out())
                .contains("where age > 200");
        assertThat(script(USE + "where age > 30\ncount main.leads.visits -w \"par_month = 202601\"\n")
                        .out())
                .contains("main.leads.visits where par_month = 202601");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "3   | and income_level = 'high' OR   | PREDICATE_SYNTAX",
                "3   | and age > 20) OR (age < 90     | PREDICATE_SYNTAX",
                "3   | and age > 20 -- so             | PREDICATE_SYNTAX",
                "3   | or incme_level = 'high'        | UNKNOWN_COLUMN",
                "4   | not uid = 'u0001'              | COLUMN_FORBIDDEN",
                "2   | where                          | INVALID_ARGUMENT",
                "2   | wehre age > 3                  | INVALID_ARGUMENT",
                "2   | sizes many                     | INVALID_ARGUMENT",
                "2   | count --demo                   | INVALID_ARGUMENT",
                "2   | shell                          | INVALID_ARGUMENT",
                "4   | use main.leads.nobody          | UNKNOWN_TABLE",
                "2   | where @no/such/file            | INVALID_ARGUMENT",
            })
    void aScriptStopsAtTheFirstLineThatFailsAndNothingHasChanged(int exitCode, String line, String error) {
        Run run = script(USE + "where age > 30\n" + line + "\nwhere age > 31\n");

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).startsWith("error[" + error + "]: ");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void theMarkStandsUnderThePartAndNotUnderTheWhole() {
        assertThat(script(USE + "where age > 30\nand incme_level = 'low'\n").err())
                .contains("""

                  incme_level = 'low'
                  ^^^^^^^^^^^
                hint: did you mean income_level?
                """);
    }

    @Test
    void partsAreJoinedWithoutChangingWhatTheyMean() {
        assertThat(script(USE + """
                        sizes off
                        where age > 80 or age < 30
                        and income_level = 'low' OR income_level = 'high'
                        or spend > 10
                        not joined >= DATE '2026-01-01'
                        show
                        """).out())
                .endsWith(
                        "main.leads.people: (((age > 80 or age < 30) AND (income_level = 'low' OR income_level = 'high'))"
                                + " OR spend > 10) AND NOT (joined >= DATE '2026-01-01')\n");
    }

    @Test
    void withoutSizesNothingIsPaid() {
        String out = script(USE + "sizes off\nwhere age > 30\nand age < 60\nbudget -o csv\n")
                .out();

        assertThat(out).contains("not counted; count would cost at most 0.0");
        assertThat(out.lines().reduce((a, b) -> b).orElseThrow()).contains(",0.1,0.1,");
    }

    @Test
    void linesGoOnWhileAQuoteOrABracketIsOpen() {
        Run run = script(
                USE + "sizes off\nwhere (age > 30\n  OR age < 20)\ncount -w \"age > 30\n  AND age < 60\"\nshow\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("where age > 30").endsWith("people: (age > 30 OR age < 20)\n");
        assertThat(script(USE + "where (age > 30\n").err()).startsWith("error[PREDICATE_SYNTAX]: ");
        assertThat(script(USE + "where income_level = 'high\nwhere age > 30\n").err())
                .contains("Unterminated string");
    }

    @Test
    void tooFewIsAnAnswerAndNoFailure() {
        Run run = script(USE + "where age > 200\nundo\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("fewer than 100 people · cost");
    }

    @Test
    void optionsOfTheShellAreThoseOfItsCommands() {
        assertThat(script("show\nbudget -o csv\n", "main.leads.people", "-ojson", "--as=beggar")
                        .out())
                .contains("\"predicate\": null", "beggar,poor,");
        assertThat(script(USE + "exit\nwhere nonsense\n").exitCode()).isZero();
        assertThat(script("help\n").out())
                .contains("  where ", "  undo ", "  segment ")
                .doesNotContain("__complete");
        assertThat(script("where --help\n").out()).contains("Usage: leadgen where");
    }

    @Test
    void whatIsShownForACommandLineCanBePasted() {
        Run run = script(
                USE + "sizes off\nleadgen where income_level = 'high'\n  leadgen count --where \"age > 30\"\nshow\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("where age > 30").endsWith("main.leads.people: income_level = 'high'\n");
    }

    @Test
    void pointsToHelpAfterAnUnknownCommand() {
        assertThat(script("gibberish\n").err())
                .contains("Unknown command 'gibberish'", "hint: help lists the commands");
        assertThat(script("wehre age > 3\n").err()).contains("hint: did you mean where?");
        assertThat(Run.of(people, "gibberish").said()).contains("see leadgen --help");
    }

    @Test
    void withoutATableThereIsNothingToRefine() {
        assertThat(script("where age > 30\n"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("run use"));
    }

    @Test
    void whatMakesNoSenseOutsideIsNotThere() {
        assertThat(Run.of(people, Map.of("NO_COLOR", "1"), "--help").out())
                .contains("  shell ", "  completion ")
                .doesNotContain("__complete", "  where ");
        assertThat(Run.of(people, "where", "age > 30").exitCode()).isEqualTo(2);
    }
}
