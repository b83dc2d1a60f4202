package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableName;
import io.leadgen.cli.command.operate.CompletionCommand;
import io.leadgen.cli.completion.BashReply;
import io.leadgen.cli.completion.Candidate;
import io.leadgen.cli.completion.CatalogNames;
import io.leadgen.cli.completion.CommandCompletion;
import io.leadgen.cli.completion.TypedLine;
import io.leadgen.cli.completion.WordCompletion;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The engine over a real configuration, and what it tells the scripts of other shells. */
class CompletionTest {
    /** What nobody can guess: free text, numbers, and names of what is not there yet. */
    private static final Set<String> FREE = Set.of(
            "NAME=VALUE",
            "BREAKS",
            "COLUMNS",
            "DAY",
            "HOST",
            "K",
            "LINE",
            "N",
            "NAME",
            "P",
            "PATH",
            "PRINCIPAL",
            "TABLE=COLUMN",
            "TIME",
            "TEXT",
            "TYPE");

    private static final String BREAKS = " \t\n\"'><=;|&(:@";

    @TempDir
    static Path folder;

    private static ServiceSource people;
    private static CatalogNames names;

    @BeforeAll
    static void open() throws IOException {
        people = PeopleFile.in(folder);
        ServiceSource.Opened opened = people.open(null, false, line -> {});
        names = new CatalogNames(
                table -> opened.audience(),
                () -> io.leadgen.audience.RequestContext.of(Principal.of("analyst")),
                () -> List.of(
                        new CatalogNames.Named("spring", "age > 25"), new CatalogNames.Named("summer", "age > 26")));
    }

    private static WordCompletion complete(String line, @Nullable TableName current) {
        CommandSpec root = CommandRegistry.STANDARD.described().getCommandSpec();
        TypedLine typed = TypedLine.of(line, TypedLine.Backslash.QUOTES_FEW);
        return new CommandCompletion(root, names, current).complete(typed.words(), typed.last());
    }

    private static String texts(WordCompletion completion) {
        return String.join(
                        ",",
                        completion.candidates().stream().map(Candidate::text).toList())
                + (completion.files() ? "+files" : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "se                                           | segment",
                "audit                                        | audit",
                "~audit ~                                     | verify,tail",
                "help co                                      | count,completion",
                "count --pr                                   | --precision",
                "count -w                                     | -w",
                "count -o nd                                  | ndjson",
                "count -ond                                   | ndjson",
                "count --output=nd                            | ndjson",
                "count m                                      | main.leads.people,main.leads.visits",
                "~schemas ~                                   | main",
                "tables ma                                    | main.leads",
                "profile main.leads.people inc                | income_level",
                "metric main.leads.people M                   | MIN,MAX,MEDIAN",
                "metric main.leads.people AVG sp              | spend",
                "trend main.leads.people --every w            | week",
                "trend main.leads.people --time jo            | joined",
                "segment main.leads.people --by income_level,j | joined",
                "segment main.leads.people --by joined:m      | month",
                "~segment main.leads.people --by 'age[18, ~   | ",
                "segment main.leads.people --metric a         | AVG:",
                "segment main.leads.people --metric AVG:      | age,spend,par_month",
                "count main.leads.people -w inc               | income_level",
                "count main.leads.people -w \"income_level = 'm | 'medium'",
                "count main.leads.people --where=co           | consent,coalesce(,contains(",
                "overlap main.leads.people -a \"x=inc         | income_level",
                "overlap main.leads.people -a x               | ",
                "funnel main.leads.people --step inc          | income_level",
                "count main.leads.people -w @s                | spring,summer+files",
                "count main.leads.people -w @file             | +files",
                "--config conf                                | +files",
                "export main.leads.people --to n              | notebook",
                "export main.leads.people -f x                | +files",
                "completion z                                 | zsh",
                "count main.leads.people -- -                 | ",
                "count main.leads.nobody -w inc               | ",
                "nonsense x                                   | ",
            })
    void offersWhatFits(String line, String offers) {
        assertThat(texts(complete(line, null))).isEqualTo(offers == null ? "" : offers);
    }

    @Test
    void identifiersAndValuesOfDataAreNeverOffered() {
        assertThat(texts(complete("count main.leads.people -w ", null)))
                .contains("age", "income_level")
                .doesNotContain("uid");
        assertThat(texts(complete("count main.leads.people -w \"joined = ", null)))
                .isEqualTo("DATE ',current_date");
        assertThat(texts(complete("count main.leads.people -w \"spend = ", null)))
                .isEmpty();
    }

    @Test
    void theTableOfTheMomentIsMeantWhereNoneIsNamed() {
        TableName current = TableName.parse("main.leads.people");

        assertThat(texts(complete("count -w inc", current))).isEqualTo("income_level");
        assertThat(texts(complete("profile inc", current))).isEqualTo("income_level");
        assertThat(texts(complete("metric AVG sp", current))).isEqualTo("spend");
        assertThat(texts(complete("count main.leads.visits -w par", current))).isEqualTo("par_month");
        assertThat(texts(complete("count ma", current))).startsWith("main.leads.people");
    }

    @Test
    void optionsThatAreThereAreNotOfferedAgain() {
        assertThat(texts(complete("count main.leads.people --precision 1% ", null)))
                .contains("--where", "--as")
                .doesNotContain("--precision");
    }

    @Test
    void descriptionsComeFromTheHelpTextAndTheCatalog() {
        assertThat(complete("segm", null).candidates().get(0).description())
                .isEqualTo("Break an audience down by columns.");
        assertThat(complete("profile main.leads.people inc", null)
                        .candidates()
                        .get(0)
                        .description())
                .isEqualTo("string");
    }

    /** So that a new kind of value is completed, or somebody has decided that it cannot be. */
    @Test
    void everyLabelOfTheModelIsKnown() {
        Set<String> labels = new TreeSet<>();
        collect(CommandRegistry.STANDARD.described(), labels);
        labels.removeIf(label -> FREE.contains(label) || CommandCompletion.completes(label));

        assertThat(labels).isEmpty();
    }

    private static void collect(CommandLine command, Set<String> labels) {
        command.getCommandSpec().args().stream()
                .filter(arg -> arg.arity().max() > 0 && arg.completionCandidates() == null)
                .map(ArgSpec::paramLabel)
                .forEach(labels::add);
        command.getSubcommands().values().forEach(sub -> collect(sub, labels));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "leadgen seg|segment ",
                "leadgen count -o nd|ndjson ",
                "leadgen count --output=nd|ndjson ",
                "leadgen count main.leads.pe|main.leads.people ",
                "leadgen count main.leads.people -w inc|\"income_level ",
                "leadgen count main.leads.people -w \"spend > 5 OR par|spend > 5 OR par_month =",
                "leadgen count main.leads.people -w \"income_level = 'h|income_level = 'high' AND",
                "leadgen count main.leads.people -w 'income_level = \"|~~",
                "leadgen count main.leads.people -w 'income_level IN (|income_level IN ('\\''low'\\''",
                "leadgen count main.leads.people -w \"spend >=|spend >= ...",
                "leadgen count main.leads.people -w @sp|@spring ",
                "leadgen segment main.leads.people --by joined:mo|month ",
            })
    void bashGetsWhatReadlinePutsInPlace(String line, String first) {
        List<String> lines = new BashReply(line, BREAKS, false, 80)
                .lines((before, word) -> new CommandCompletion(
                                CommandRegistry.STANDARD.described().getCommandSpec(), names, null)
                        .complete(before, word));

        assertThat(lines.size() < 2 ? "" : lines.get(1)).isEqualTo(first);
    }

    @Test
    void theScriptsAskByAHiddenCommand() {
        Run run = Run.of(
                people,
                "__complete",
                "bash",
                "leadgen count main.leads.people -w \"income_level = ",
                BREAKS,
                "63",
                "80");

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        "\n'low'     (a declared value)\n'medium'  (a declared value)\n'high'    (a declared value)\n",
                        ""));
        assertThat(Run.of(people, "__complete", "fish", "leadgen export main.leads.people --to n"))
                .isEqualTo(new Run(0, "end\tnotebook\tnotebook\t\n", ""));
    }

    @Test
    void completionShowsNoError() {
        ServiceSource broken = (config, demo, progress) -> {
            throw LeadgenException.of(ErrorCode.CONFIG_INVALID, "no configuration");
        };
        assertThat(Run.of(broken, "__complete", "bash", "leadgen count ma", BREAKS, "9", "80"))
                .isEqualTo(new Run(0, "files\t\tma\n", ""));
        assertThat(Run.of(
                        broken,
                        Map.of("LEADGEN_HOME", folder.toString()),
                        "__complete",
                        "zsh",
                        "leadgen --demo count ma"))
                .isEqualTo(new Run(0, "files\t\tma\n", "")); // which need no table
        assertThat(Run.of(people, "__complete", "zsh", "leadgen --as '' count ma")
                        .err())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CompletionCommand.Shell.class)
    void eachShellHasItsScript(CompletionCommand.Shell shell) {
        Run run = Run.of(people, "completion", shell.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("__complete " + shell).doesNotContain("\r");
    }
}
