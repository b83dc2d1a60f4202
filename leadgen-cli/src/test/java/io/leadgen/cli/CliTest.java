package io.leadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.Workspace;
import io.leadgen.cli.process.ProcessContext;
import io.leadgen.cli.process.TimeLimit;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.error.Cancellation;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no warehouse: usage, help, exit codes, streams. */
class CliTest {
    private static final Map<String, String> NO_COLOUR = Map.of("NO_COLOR", "1");
    private static final ServiceSource NEVER_OPENED = (config, demo, progress) -> {
        throw new AssertionError("a wrong command line must not open a warehouse");
    };

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyErrorHasItsExitCodeAndGoesToStderrOnly(ErrorCode code) {
        ServiceSource failing = (config, demo, progress) -> {
            throw LeadgenException.of(code, "the message", "the hint");
        };
        Run run = Run.of(failing, Map.of("NO_COLOR", "1", "LEADGEN_HOME", home.toString()), "catalogs");

        assertThat(run.exitCode()).isEqualTo(contract(code));
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(
                        "error[" + code + "]: the message" + (code == ErrorCode.INTERNAL ? ";" : "\nhint: the hint\n"));
    }

    /** The contract's table, once more and by number: who renumbers must do it twice. */
    private static int contract(ErrorCode code) {
        return switch (code) {
            case INTERNAL -> 1;
            case METRIC_UNSUPPORTED, INVALID_ARGUMENT, TOO_MANY_CELLS, BANDS_INVALID, EMPTY_RANGE, NOT_A_TIME_COLUMN ->
                2;
            case PREDICATE_SYNTAX,
                    PREDICATE_UNSUPPORTED,
                    PREDICATE_TOO_LARGE,
                    UNKNOWN_COLUMN,
                    TYPE_MISMATCH,
                    PARTITION_REQUIRED -> 3;
            case UNKNOWN_TABLE, TABLE_NOT_DECLARED, OUT_OF_SCOPE, COLUMN_FORBIDDEN, UNAUTHENTICATED -> 4;
            case BUDGET_EXHAUSTED -> 5;
            case BUSY, WAREHOUSE_UNAVAILABLE, LEDGER_UNAVAILABLE, AUDIT_UNAVAILABLE -> 6;
            case TIMEOUT -> 7;
            case CONFIG_INVALID -> 8;
            case CANCELLED -> 130;
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | A command is missing                       | see leadgen --help",
                "cuont a.b.c                               | Unknown command 'cuont'                    | did you mean count?",
                "-- count                                  | Unknown command 'count'                    | see leadgen --help",
                "help cuont                                | Unknown command 'cuont'                    | did you mean count?",
                "count                                     | Missing required parameter: 'TABLE'        | see leadgen count --help",
                "count a.b                                 | A table name must have three parts         | write for example",
                "count a.b.c --wher x                      | Unknown option '--wher'                    | did you mean --where?",
                "count a.b.c --wher=x                      | Unknown option '--wher=x'                  | did you mean --where?",
                "count a.b.c d.e.f                         | Unexpected argument 'd.e.f'                | see leadgen count --help",
                "count a.b.c --precision 50%               | A precision is between 0.1% and 20%        | for example 1%",
                "count a.b.c -w @no/such/file              | The predicate file no/such/file cannot     | --where @file",
                "check a.b.c                               | Missing required option: '--where=         | see leadgen check --help",
                "segment a.b.c                             | Missing required option: '--by=              | see leadgen segment --help",
                "segment a.b.c --by x --metric AVG         | A metric of a segment is written TYPE:column | for example AVG:age",
                "trend a.b.c --time x --every day --from y | A day is written YYYY-MM-DD                | for example 2026-10-31",
                "trend a.b.c --time x --every day --to 2026-02-30 | A day is written YYYY-MM-DD         | for example 2026-10-31",
                "funnel a.b.c                              | Missing required option: '--step=          | see leadgen funnel --help",
                "overlap a.b.c -a young                    | An audience is written NAME=PREDICATE     | for example -a",
                "audit vrify                               | Unexpected argument 'vrify'                | did you mean verify?",
                "tables main                               | A schema name has two parts             | for example main.leads",
                "catalogs -o yaml                          | Unknown output format 'yaml'               | use table, json",
                "completion tcsh                           | Unsupported shell          | use bash, zsh or fish",
                "attack --trials 99                        | --trials takes 100 to 1000000 | for example 2000",
                "attack --attack colusion                  | Unknown attack            | did you mean collusion?",
                "catalogs --timeout 0s                     | A timeout is a number followed by ms, s, m or h | for example 30s",
                "catalogs --timeout soon                   | A timeout is a number followed by ms, s, m or h | for example 30s",
                "describe a.b.c --limit many               | Invalid value for option '--limit': 'many' is not a whole number, or too large | see leadgen describe",
                "describe a.b.c --limit 99999999999        | Invalid value for option '--limit': '99999999999' is not a whole number, or too large | see leadgen describe",
                "count a.b.c -w @                          | A name is missing after @                  | --where @file",
                "count a.b.c --where-each no/such/file     | The predicate file no/such/file cannot     | --where-each takes",
                "overlap a.b.c -a =age>3                   | An audience is written NAME=PREDICATE     | for example -a",
                "catalogs --demo --config x                | --demo and --config cannot be combined     | see leadgen",
            })
    void aWrongCommandLineSaysWhatWasMeant(String line, String message, String hint) {
        Run run = Run.of(NEVER_OPENED, NO_COLOUR, line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.said()).startsWith("error[INVALID_ARGUMENT]: " + message).contains(" hint: " + hint);
    }

    @Test
    void commasInBracketsAndBackticksBelongToAGrouping() {
        assertThat(io.leadgen.cli.command.option.GroupingList.parse(
                                "income, age[18, 30,45],joined:month,`odd, name`[1,2]")
                        .texts())
                .containsExactly("income", "age[18, 30,45]", "joined:month", "`odd, name`[1,2]");
        assertThat(io.leadgen.cli.command.option.GroupingList.parse("age[18, 30")
                        .texts())
                .containsExactly("age[18, 30");
    }

    @Test
    void aNarrowTerminalIsNoDefect() {
        Run run = Run.of(NEVER_OPENED, Map.of("COLUMNS", "20", "NO_COLOR", "1"), "count", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: leadgen count");
    }

    @Test
    void aMetricThatIsNotOnOfferIsNamedByItsCode() {
        Run run = Run.of(NEVER_OPENED, NO_COLOUR, "metric", "a.b.c", "MODE", "age");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("error[METRIC_UNSUPPORTED]: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-o json count a.b", "count -ojson a.b", "count a.b --output=json", "cuont --output ndjson"})
    void usageErrorsAreObjectsInJson(String line) {
        Run run = Run.of(NEVER_OPENED, line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("{\"error\":{\"code\":\"INVALID_ARGUMENT\",")
                .endsWith("}}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalogs",
                "schemas",
                "tables",
                "describe",
                "partitions",
                "count",
                "share",
                "metric",
                "attack",
                "segment",
                "trend",
                "funnel",
                "overlap",
                "profile",
                "check",
                "budget",
                "guarantee",
                "audit",
                "audit verify",
                "audit tail",
                "help"
            })
    void everyCommandExplainsItselfWithExamples(String command) {
        Run asked = Run.of(NEVER_OPENED, NO_COLOUR, (command + " --help").split(" "));
        Run helped = Run.of(NEVER_OPENED, NO_COLOUR, ("help " + command).split(" "));

        assertThat(asked.exitCode()).isZero();
        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("Usage: leadgen " + command).contains("\nExamples:\n  leadgen ");
        assertThat(asked.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(helped).isEqualTo(asked);
    }

    @Test
    void theProgramExplainsItself() {
        Run run = Run.of(NEVER_OPENED, NO_COLOUR, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run).isEqualTo(Run.of(NEVER_OPENED, NO_COLOUR, "help"));
        assertThat(run.out())
                .contains("Usage: leadgen [--config FILE | --demo] [--as PRINCIPAL] [-o FORMAT] COMMAND")
                .contains("\n  130   interrupted\n")
                .contains("\nExamples:\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Run.of(NEVER_OPENED, "--version").out()).matches("leadgen \\S+ \\(Java \\d+\\)\n");
        assertThat(Run.of(NEVER_OPENED, "-V")).isEqualTo(Run.of(NEVER_OPENED, "--version"));
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        Run before = Run.of(showsWhatIsOpened(), NO_COLOUR, "--config", "some.yml", "-o", "json", "catalogs");
        Run after = Run.of(showsWhatIsOpened(), NO_COLOUR, "catalogs", "-o", "json", "--config", "some.yml");

        assertThat(before.err()).contains("some.yml demo=false").startsWith("{");
        assertThat(withoutRequestId(after.err())).isEqualTo(withoutRequestId(before.err()));
        assertThat(Run.of(showsWhatIsOpened(), "catalogs", "--demo").err()).contains("null demo=true");
    }

    private static ServiceSource showsWhatIsOpened() {
        return (config, demo, progress) -> {
            throw LeadgenException.of(ErrorCode.BUSY, config + " demo=" + demo);
        };
    }

    private static String withoutRequestId(String json) {
        return json.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void progressGoesToStderr() {
        ServiceSource slow = (config, demo, progress) -> {
            progress.accept("making the demo data");
            throw LeadgenException.of(ErrorCode.BUSY, "busy");
        };
        Run run = Run.of(slow, NO_COLOUR, "--demo", "catalogs", "-o", "json");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("making the demo data\n{");
    }

    @Test
    void notesKeepToATerminalsWidthAndMoveNoCursor() {
        String path = "/" + "deep/".repeat(20);
        ServiceSource slow = (config, demo, progress) -> {
            progress.accept("word ".repeat(20).strip());
            progress.accept("kept in " + path);
            progress.accept("a column \u001b[2J");
            throw LeadgenException.of(ErrorCode.BUSY, "busy");
        };

        assertThat(Run.of(slow, NO_COLOUR, "catalogs").err())
                .startsWith("word ".repeat(16).strip() + "\n"
                        + "word ".repeat(4).strip() + "\nkept in " + path + "\na column ␛[2J\nerror");
        assertThat(Run.of(slow, Map.of("NO_COLOR", "1", "COLUMNS", "120"), "catalogs")
                        .err())
                .startsWith("word ".repeat(20).strip() + "\n");
    }

    @Test
    void aDefectIsOneLineAndAReportWithoutData() throws IOException {
        ServiceSource broken = (config, demo, progress) -> {
            throw new IllegalStateException("secret of the engine");
        };
        String[] words = {"count", "secret.secret.secret", "-wsecret = 'secret'", "--as", "secret", "--precision=2%"};
        Run quiet = Run.of(broken, Map.of("NO_COLOR", "1", "LEADGEN_HOME", home.toString()), words);

        assertThat(quiet.exitCode()).isEqualTo(1);
        assertThat(quiet.out()).isEmpty();
        assertThat(quiet.err().lines()).hasSize(1);
        Path report = theOneIn(home.resolve("reports"));
        assertThat(quiet.err())
                .startsWith("error[INTERNAL]: ")
                .contains("please report it with " + report)
                .doesNotContain("secret", "\tat ");
        assertThat(Files.readString(report))
                .contains(
                        "command:  leadgen count --as --precision --where\n",
                        "IllegalStateException",
                        "\tat io.leadgen")
                .doesNotContain("secret");
        assertThat(Files.getPosixFilePermissions(report)).hasSize(2);
    }

    private static Path theOneIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void aDefectOfTheParserIsReportedTooAndReportsDoNotPileUp() throws IOException {
        ServiceSource broken = (config, demo, progress) -> {
            throw new StackOverflowError();
        };
        Path reports = Files.createDirectories(home.resolve("reports"));
        for (int i = 10; i < 40; i++) {
            Files.createFile(reports.resolve("report-20" + i + ".txt"));
        }
        Run.of(broken, Map.of("LEADGEN_HOME", home.toString()), "catalogs");

        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files).hasSize(20).doesNotContain(reports.resolve("report-2010.txt"));
        }
    }

    @Test
    void reportsAnInternalErrorEvenWithoutAReportFile() throws IOException {
        ServiceSource broken = (config, demo, progress) -> {
            throw new IllegalStateException("secret of the engine");
        };
        Path file = Files.createFile(home.resolve("file"));
        Run debugging = Run.of(
                broken, Map.of("NO_COLOR", "1", "LEADGEN_DEBUG", "1", "LEADGEN_HOME", file.toString()), "catalogs");

        assertThat(debugging.err())
                .startsWith("error[INTERNAL]: An internal error ended this command; set LEADGEN_DEBUG=1 to see where\n")
                .contains("Caused by: java.lang.IllegalStateException", "\tat ")
                .doesNotContain("secret");
    }

    @Test
    void aTimeLimitEndsWhatCanBeStoppedAndWhatCannot() {
        Cancellation cancellation = new Cancellation();
        TimeLimit limit = new TimeLimit(Duration.ofMillis(50));

        assertThatThrownBy(() -> limit.within(cancellation, () -> {
                    cancellation.pause(Duration.ofMinutes(5));
                    return "never";
                }))
                .satisfies(CliTest::isTimeout);
        assertThat(cancellation.isCancelled()).isTrue();
        assertThatThrownBy(() -> limit.within(new Cancellation(), () -> {
                    LockSupport.parkNanos(Duration.ofMinutes(5).toNanos());
                    return "never";
                }))
                .satisfies(CliTest::isTimeout);
        assertThat(limit.within(new Cancellation(), () -> "at once")).isEqualTo("at once");
    }

    private static void isTimeout(Throwable error) {
        assertThat(error).isInstanceOfSatisfying(LeadgenException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT);
            assertThat(e.hint()).isEqualTo("allow more time: --timeout 100ms");
        });
    }

    @Test
    void whatFailsWithinATimeLimitFailsAsItIs() {
        Run run = Run.of(showsWhatIsOpened(), NO_COLOUR, "--timeout=2m", "catalogs");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).startsWith("error[BUSY]: null demo=false");
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        ServiceSource failing = showsWhatIsOpened();

        assertThat(Run.of(failing, Map.of("TERM", "xterm"), "catalogs").err())
                .contains("\u001b[1;31merror[BUSY]\u001b[0m");
        assertThat(Run.of(failing, Map.of("TERM", "xterm", "NO_COLOR", "1"), "catalogs")
                        .err())
                .doesNotContain("\u001b");
        assertThat(Run.of(failing, Map.of("TERM", "xterm", "NO_COLOR", ""), "catalogs")
                        .err())
                .contains("\u001b");
        assertThat(Run.of(failing, Map.of("TERM", "dumb"), "catalogs").err()).doesNotContain("\u001b");
    }

    @Test
    void aReaderWhoHasLeftIsNoError() {
        assertThat(exitCodeWhenWritingFails("Broken pipe", "--help")).isEqualTo("0 ");
    }

    @Test
    void aFullDiskIsOne() {
        assertThat(exitCodeWhenWritingFails("No space left on device", "--help"))
                .isEqualTo("1 error: The answer cannot be written: No space left on device\n");
    }

    @Test
    void aFullDiskIsSaidInOneLineByACommandToo() {
        assertThat(exitCodeWhenWritingFails("No space left on device", "completion", "bash"))
                .isEqualTo("1 error: The answer cannot be written: No space left on device\n");
    }

    private static String exitCodeWhenWritingFails(String reason, String... args) {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        ProcessContext surroundings = new ProcessContext(
                InputStream.nullInputStream(), out, err, Map.of(), Path.of(""), "analyst", false, false, false, true);
        int code = new Cli(surroundings, NEVER_OPENED, new Cancellation()).run(args);
        return code + " " + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aPredicateFileIsReadAsUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audience.txt");
        Files.writeString(file, "\uFEFF  city = 'İzmir'\n");
        assertThat(PredicateArgument.parse("@" + file, new Workspace(folder, Map.of()))
                        .text())
                .isEqualTo("city = 'İzmir'");

        Files.write(file, new byte[] {'a', (byte) 0xFF});
        assertThat(Run.of(NEVER_OPENED, NO_COLOUR, "count", "a.b.c", "-w", "@" + file))
                .matches(run -> run.exitCode() == 2 && run.err().contains("is not UTF-8"));

        Files.writeString(file, "x".repeat(100_000));
        assertThat(Run.of(NEVER_OPENED, NO_COLOUR, "count", "a.b.c", "-w", "@" + file))
                .matches(run -> run.exitCode() == 3 && run.err().startsWith("error[PREDICATE_TOO_LARGE]"));
    }

    @Test
    void aPredicateThatTheLocaleHasDamagedIsRefused() {
        Run run = Run.of(NEVER_OPENED, NO_COLOUR, "count", "a.b.c", "-w", "city = '\uFFFD\uFFFDzmir'");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("UTF-8 locale");
    }
}
