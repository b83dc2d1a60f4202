package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Golden;
import io.leadgen.cli.answer.OutputFormat;
import io.leadgen.cli.command.LeadgenCommand;
import io.leadgen.cli.command.ask.ReportCommand;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.ExitCode;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.config.LeadgenConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The report, from the words of the command line to the page. */
class ReportCommandTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");
    private static final String TABLE = "main.leads.people";
    private static final String ADULTS = "age > 40 AND spend < 250";
    /** The service's clock stands still, and the command's does not. */
    private static final String LAST = "--to=2026-11-24";

    private static final Principal ANN = Principal.of("ann");

    @TempDir
    static Path folder;

    private static ServiceSource people;

    @BeforeAll
    static void writePeople() throws IOException {
        people = PeopleFile.in(folder);
    }

    private static Path page(String name) {
        return folder.resolve(name + ".html");
    }

    private static Run report(Path file, String... words) {
        List<String> line = new ArrayList<>(List.of("report", TABLE, "-f", file.toString()));
        line.addAll(List.of(words));
        if (!line.contains("--without=trend") && line.stream().noneMatch(word -> word.startsWith("--to="))) {
            line.add(LAST);
        }
        return Run.of(people, NO_COLOUR, line.toArray(String[]::new));
    }

    private static String masked(String text) {
        return text.replace(folder.toString(), "FOLDER")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "REQUEST-ID")
                .replaceAll("\"created\": \"[^\"]*\"", "\"created\": \"NOW\"")
                .replaceAll("\"created\":\"[^\"]*\"", "\"created\":\"NOW\"")
                .replaceAll(",20[0-9-]+T[0-9:.]+Z,", ",NOW,")
                .replaceAll("created \\| [^|]+Z \\|", "created | NOW |")
                .replaceAll("([Mm]ade) 20[0-9-]+ [0-9:]+ UTC", "$1 NOW")
                .replaceAll("leadgen [^ ]+ \\(Java \\d+\\)", "leadgen VERSION");
    }

    /** What a browser makes of pictures is tested in one; their strokes depend on the fonts of the machine. */
    private static String structure(String html) {
        String text = Pattern.compile("<style>.*?</style>", Pattern.DOTALL)
                .matcher(html)
                .replaceAll("<style>…</style>");
        return masked(Pattern.compile("(</desc>).*?(?=</svg>)", Pattern.DOTALL)
                        .matcher(text)
                        .replaceAll("$1…"))
                .replaceAll("width=\"\\d+\" height=\"\\d+\" viewBox=\"[0-9 ]+\"", "viewBox=\"…\"");
    }

    static Stream<Arguments> formats() {
        return Stream.of(OutputFormat.values()).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void saysWhatItHasWritten(OutputFormat format) {
        Run run = report(
                page("written-" + format),
                "-w",
                ADULTS,
                "--time=joined",
                "--from=2026-01-01",
                "--to=2026-06-01",
                "-o",
                format.toString());

        assertThat(run.err()).doesNotContain("error");
        assertThat(run.exitCode()).isZero();
        Golden.check("commands/report." + format + ".txt", masked(run.out()));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void plansInEveryFormat(OutputFormat format) {
        Run run = Run.of(
                people,
                NO_COLOUR,
                "report",
                TABLE,
                "-w",
                ADULTS,
                "--plan",
                LAST,
                "--by=joined:quarter",
                "--profile=spend",
                "-o",
                format.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        Golden.check("commands/report_plan." + format + ".txt", masked(run.out()));
    }

    @Test
    void thePageHasItsStructure() throws IOException {
        Run run = report(
                page("structure"),
                "-w",
                "age > 40 AND income_level <> 'low'",
                "--title=Autumn & <Winter>",
                "--by=income_level,age[40,60]",
                "--by=joined:quarter",
                "--time=joined",
                "--from=2026-01-01",
                "--to=2026-06-01",
                "--profile=age");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Golden.check("report/structure.html", structure(Files.readString(page("structure"))));
    }

    @Test
    void whatOthersWroteIsHarmless() throws IOException {
        String hostile = "</code><script>alert(1)</script>\u202e\u0007\" onload=\"x";
        Run run = report(
                page("hostile"),
                "-w",
                "income_level <> '</pre><script>alert(1)</script>\" onload=\"x' AND age > 20",
                "--title",
                hostile,
                "--without=trend");

        assertThat(run.exitCode()).as(run.err()).isZero();
        String html = Files.readString(page("hostile"));
        assertThat(html)
                .doesNotContain("<script", "\u202e", "\u0007", "\" onload")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(html.split("<title>", -1))
                .as("one title, and one for each picture")
                .hasSizeGreaterThan(1);
    }

    @Test
    void asksNobodyForAnything() throws IOException {
        report(page("silent"), "-w", ADULTS);

        String html = Files.readString(page("silent"));
        assertThat(html)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<link", "<script", "<img", "<iframe", "url(", "@import", "src=");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
    }

    @Test
    void aSectionThatCannotBePaidSaysSoAndTheOthersStand() throws IOException {
        Run run = report(page("poor"), "-w", ADULTS, "--as=saver", "--precision=max");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("left out").contains("budget");
        assertThat(Files.readString(page("poor")))
                .contains("This section was not answered")
                .contains("<th scope=\"row\">Step by step</th>", "<td>not answered</td>");
    }

    @Test
    void anAudienceTooSmallIsNotBrokenDown() throws IOException {
        Run run = report(page("small"), "-w", "age > 200 AND spend > 1", "-o", "json");

        assertThat(run.exitCode()).isEqualTo(9);
        assertThat(run.out()).contains("\"not_asked\"").doesNotContain("\"answered\": 1");
        assertThat(Files.readString(page("small")))
                .contains("<strong>fewer than 100</strong>")
                .contains("Not asked, as the audience is too small");
    }

    @Test
    void theFunnelOfAPartitionedTableKeepsItsPartition() {
        Run run = Run.of(
                people,
                NO_COLOUR,
                "report",
                "main.leads.visits",
                "-w",
                "par_month = 202601 AND age > 30 AND spend > 3",
                "--plan",
                "--without=trend",
                "-o",
                "csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("funnel,2 steps,");
    }

    @Test
    void aPageAlwaysHasATitle() throws IOException {
        Path file = page("untitled");

        assertThat(report(file, "-w", "age > 40", "--title", " ").exitCode()).isZero();
        assertThat(Files.readString(file)).contains("<h1>Audience of people</h1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | UNKNOWN_COLUMN     | -w ago>40",
                "3 | PREDICATE_SYNTAX   | -w age>",
                "3 | UNKNOWN_COLUMN     | -w age>40 --by=ago",
                "4 | COLUMN_FORBIDDEN   | -w age>40 --profile=uid",
                "3 | UNKNOWN_COLUMN     | -w age>40 --step=ago>3",
                "2 | NOT_A_TIME_COLUMN  | -w age>40 --time=spend",
                "2 | EMPTY_RANGE        | -w age>40 --time=joined --from=2026-02-01 --to=2026-01-01",
                "2 | INVALID_ARGUMENT   | -w age>40 --time=joined --every=fortnight",
                "2 | INVALID_ARGUMENT   | -w age>40 --without=size",
                "5 | BUDGET_EXHAUSTED   | -w age>40 --as=beggar --precision=max",
            })
    void whatIsWrongIsRefusedAsAWhole(int exitCode, String code, String line) {
        Path file = page("refused-" + Integer.toHexString(line.hashCode()));
        Run run = report(file, line.split(" ", -1));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).contains(code);
        assertThat(run.out()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void theTableIsNamedByTheUsualErrors() {
        assertThat(Run.of(people, "report", "main.leads.nobody", "-w", "age > 1", "--plan")
                        .exitCode())
                .isEqualTo(4);
        assertThat(Run.of(people, "report", TABLE, "-w", "age > 1").err()).contains("-f FILE");
    }

    private static String plan(String predicate, String... words) {
        List<String> line = new ArrayList<>(List.of("report", TABLE, "-w", predicate, "--plan", "-o", "csv", LAST));
        line.addAll(List.of(words));
        Run run = Run.of(people, NO_COLOUR, line.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void aFunnelHasAsManyStepsAsThereMayBe() {
        String many = IntStream.range(0, 35).mapToObj(i -> "spend > " + i).collect(Collectors.joining(" AND "));

        assertThat(plan(many)).contains("funnel,30 steps,");
        assertThat(plan("TRUE")).doesNotContain("funnel");
        assertThat(plan("age > 3 OR spend > 3")).contains("funnel,1 step,");
    }

    @Test
    void breakdownsAreByDeclaredColumnsThatTheConditionDoesNotLookAt() {
        assertThat(plan("age > 30")).contains("segment,by income_level,");
        assertThat(plan("age > 30 AND income_level = 'high'")).doesNotContain("segment");
        assertThat(plan("age > 30", "--without=segments,trend,funnel")).hasLineCount(2);
    }

    @Test
    void whereSeveralColumnsTellTimeNoneIsChosen() throws IOException {
        Path other = Files.createDirectory(folder.resolve("times"));
        Files.writeString(other.resolve("seen.csv"), "uid,first,last\n1,2026-01-01,2026-02-01\n");
        Path config = Files.writeString(
                other.resolve("config.yml"),
                "warehouse: {embedded: {tables: {main.leads.seen: seen.csv}}}\nprivacy: {tables: {main.leads.seen: {rows_are_people: true}}}\n");
        LeadgenConfig loaded = LeadgenConfig.load(config, Map.of("LEADGEN_HOME", other.toString()));
        Run run = Run.of(
                (file, demo, progress) -> PeopleFile.open(loaded),
                NO_COLOUR,
                "report",
                "main.leads.seen",
                "-w",
                "first > DATE '2025-01-01'",
                "--plan");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("no trend").contains("first, last").doesNotContain("trend    by");
    }

    @Test
    void theSpotOfAMistakeIsShownInItsOwnText() {
        Run run = report(page("spot"), "-w", "age > 40", "--by=income_level", "--by=income_level,ago");

        assertThat(run.err()).contains("In grouping 2").contains("ago\n").contains("^^^");
    }

    private static ReportCommand command(String... words) {
        CommandLine line =
                CommandRegistry.STANDARD.parser(new LeadgenCommand(), new Workspace(Path.of(""), Map.of()), "report");
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(words));
        return line.parseArgs(all.toArray(String[]::new))
                .subcommand()
                .commandSpec()
                .commandLine()
                .getCommand();
    }

    private static Rho left(AudienceService audience) {
        return audience.budget(null, RequestContext.of(ANN)).principal().left().rho();
    }

    enum Unpaid {
        PLAN,
        FILE_IS_THERE,
        FOLDER,
        WRONG_PREDICATE,
        WRONG_COLUMN_OF_THE_LAST_SECTION
    }

    @ParameterizedTest
    @EnumSource(Unpaid.class)
    void nothingIsPaid(Unpaid reason) throws IOException {
        Path there = Files.writeString(folder.resolve("there.html"), "mine");
        ReportCommand command = switch (reason) {
            case PLAN -> command(TABLE, LAST, "-w", ADULTS, "--plan");
            case FILE_IS_THERE -> command(TABLE, LAST, "-w", ADULTS, "-f", there.toString());
            case FOLDER -> command(TABLE, LAST, "-w", ADULTS, "-f", folder.toString());
            case WRONG_PREDICATE ->
                command(TABLE, LAST, "-w", "age >", "-f", page("unpaid").toString());
            case WRONG_COLUMN_OF_THE_LAST_SECTION ->
                command(
                        TABLE,
                        "-w",
                        ADULTS,
                        "--profile=ago",
                        "-f",
                        page("unpaid").toString());
        };
        try (ServiceSource.Opened opened = people.open(null, false, line -> {})) {
            AudienceService audience = opened.audience();
            Rho before = left(audience);
            if (reason == Unpaid.PLAN) {
                command.ask(audience, RequestContext.of(ANN));
            } else {
                assertThatThrownBy(() -> command.ask(audience, RequestContext.of(ANN)))
                        .isInstanceOf(LeadgenException.class);
            }

            assertThat(left(audience)).isEqualTo(before);
            assertThat(there).hasContent("mine");
        }
    }

    @Test
    void thePlanIsWhatIsPaid() {
        try (ServiceSource.Opened opened = people.open(null, false, line -> {})) {
            AudienceService audience = opened.audience();
            Rho before = left(audience);
            Map<String, ?> plan = command(TABLE, LAST, "-w", ADULTS, "--precision=max", "--plan")
                    .ask(audience, RequestContext.of(ANN))
                    .document();
            Map<String, ?> report = command(
                            TABLE,
                            "-w",
                            ADULTS,
                            "--precision=max",
                            "-f",
                            page("paid").toString())
                    .ask(audience, RequestContext.of(ANN))
                    .document();
            Map<String, ?> again = command(
                            TABLE,
                            "-w",
                            ADULTS,
                            "--precision=max",
                            "--force",
                            "-f",
                            page("paid").toString())
                    .ask(audience, RequestContext.of(ANN))
                    .document();

            assertThat(((Map<?, ?>) plan.get("cost")).get("most")).isEqualTo(report.get("cost"));
            assertThat(before.minus(left(audience)).value()).isEqualTo(report.get("cost"));
            assertThat(again.get("cost")).isEqualTo(Rho.ZERO.value());
        }
    }

    @Test
    void replacesAFileOnlyIfToldTo() throws IOException {
        Path file = Files.writeString(folder.resolve("old.html"), "old");

        Run refused = report(file, "-w", ADULTS);
        Run forced = report(file, "-w", ADULTS, "--force");

        assertThat(refused.exitCode())
                .isEqualTo(ExitCode.of(ErrorCode.INVALID_ARGUMENT).number());
        assertThat(refused.err()).contains("--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
    }
}
