package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer.Planned;
import io.leadgen.cli.command.ProgressCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.figure.file.ChartFormat;
import io.leadgen.cli.report.AudienceReport;
import io.leadgen.cli.report.ReportPage;
import io.leadgen.cli.report.ReportPart;
import io.leadgen.cli.report.ReportPlan;
import io.leadgen.cli.report.ReportRequest;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.program.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        header = "Writes all about an audience into one page, ready to send.",
        description = {
            "",
            "One HTML file that asks no server for anything: the size, how the conditions narrow it down, how it breaks"
                    + " down, how it lies in time, and what the numbers mean. Each section is a question with its own price;"
                    + " --plan shows all prices and asks nothing. What is wrong with a condition or a column is found"
                    + " before anything is paid."
        },
        footer = {
            "  leadgen --demo report main.leads.customer_360 \\",
            "      -w \"age > 25 AND income_level = 'high'\" --plan",
            "  leadgen --demo report main.leads.customer_360 \\",
            "      -w \"age > 25 AND income_level = 'high'\" -f audience.html",
            "  leadgen --demo report main.leads.customer_360 -w @audience.txt \\",
            "      --by plan --by \"age[18, 30, 45, 65]\" --time signup_date --every year \\",
            "      --profile monthly_spend --title \"Autumn campaign\" -f autumn.html"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class ReportCommand implements ProgressCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table.")
    TableName table;

    @Option(
            names = {"-w", "--where"},
            required = true,
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition, @FILE with it, or @NAME of a saved audience; TRUE for everyone.")
    PredicateArgument where;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Where to write the page.")
    @Nullable
    Path file;

    @Option(names = "--force", description = "Replaces FILE if it is there.")
    boolean force;

    @Option(
            names = "--plan",
            description = "Shows what would be asked and what it would cost; asks and spends nothing.")
    boolean plan;

    @Option(names = "--title", paramLabel = "TEXT", description = "What the page is called (default: by the table).")
    @Nullable
    String title;

    @Option(
            names = "--step",
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description =
                    "A step of a funnel within the audience, or @FILE with it; once for each (default: a funnel from"
                            + " everyone to the audience, by the conditions that AND joins).")
    List<PredicateArgument> steps = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "GROUPING[,GROUPING]",
            converter = Arguments.GroupingList.class,
            description =
                    "A breakdown as of segment; once for each (default: the first three columns with declared values"
                            + " that the condition does not look at).")
    List<Arguments.Groupings> by = new ArrayList<>();

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "The column of a trend (default: the only column of dates or times, if there is one only).")
    @Nullable
    String time;

    @Option(
            names = "--every",
            paramLabel = "UNIT",
            defaultValue = "month",
            description = "The trend's windows: day, week, month, quarter or year (default: month).")
    String every;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Arguments.Day.class,
            description = "A day of the first window, YYYY-MM-DD (default: 12 windows in all).")
    @Nullable
    LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = Arguments.Day.class,
            description = "A day of the last window, YYYY-MM-DD (default: today).")
    @Nullable
    LocalDate to;

    @Option(
            names = "--profile",
            paramLabel = "COLUMN",
            description = "A column whose values within the audience are shown; once for each (default: none).")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "KIND",
            split = ",",
            converter = KindName.class,
            description = "A kind of section to leave out: funnel, segments or trend.")
    List<ReportRequest.Kind> without = new ArrayList<>();

    @Mixin
    PrecisionOption precision;

    private final InstantSource clock = InstantSource.system();
    private Progress progress = (step, fraction) -> {};
    private @Nullable ReportPart looked;

    static final class KindName implements ITypeConverter<ReportRequest.Kind> {
        @Override
        public ReportRequest.Kind convert(String value) {
            try {
                return ReportRequest.Kind.valueOf(value.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "A report has no such section to leave out",
                        "use funnel, segments or trend");
            }
        }
    }

    @Override
    public void reportTo(Progress hearer) {
        progress = hearer;
    }

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        OutputFile target = plan ? null : target();
        ReportPlan planned = ReportPlan.of(
                wishes(),
                audience,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                context,
                part -> looked = part);
        looked = null;
        if (target == null) {
            return noting(planned, ReportPlanAnswer.of(planned.check(), questions(planned)));
        }
        AudienceReport report = AudienceReport.ask(planned, precision.value, audience, context, progress::at);
        Instant created = clock.instant();
        String name = title == null || title.isBlank() ? "Audience of " + table.table() : title;
        target.write(ReportPage.html(name, planned, report, created, Version.of("leadgen")));
        return noting(
                planned,
                ReportAnswer.of(
                        new ReportAnswer.Written(name, target.path(), created, report.size(), report.sections())));
    }

    /** Says why there is no trend, to whoever may have expected one. */
    private static Answer noting(ReportPlan planned, Answer answer) {
        return planned.undecided().isEmpty()
                ? answer
                : answer.and(page -> page.fact(
                        "no trend",
                        "several columns tell time: "
                                + page.shown(String.join(", ", planned.undecided()))
                                + "; choose one with --time"));
    }

    /** What would keep the page from being made is found before anything is asked or paid. */
    private OutputFile target() {
        if (file == null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A report needs a file to be written to",
                    "use -f FILE, or --plan to see what it would cost");
        }
        OutputFile target = new OutputFile(file, force);
        target.check();
        ChartFormat.HTML.check();
        return target;
    }

    private ReportRequest wishes() {
        return new ReportRequest(
                table,
                predicate(),
                steps.stream().map(PredicateArgument::text).toList(),
                by.stream().map(Arguments.Groupings::texts).toList(),
                time,
                every,
                from,
                to,
                profiles,
                Set.copyOf(without),
                precision.value);
    }

    private static List<Planned> questions(ReportPlan planned) {
        List<Planned> questions = new ArrayList<>();
        questions.add(question("count", "size", planned.check()));
        planned.parts()
                .forEach(priced -> questions.add(
                        question(priced.part().kind(), priced.part().about(), priced.check())));
        return questions;
    }

    private static Planned question(String kind, String about, PredicateCheck check) {
        return new Planned(
                kind,
                about,
                new PrivacyLoss(check.costLeast(), check.costDelta()),
                new PrivacyLoss(check.costMost(), check.costDelta()));
    }

    @Override
    public String predicate() {
        return where.text();
    }

    /** While parts are looked at, positions are in the text of that part, unless they are in the condition itself. */
    @Override
    public @Nullable String text(@Nullable String part) {
        return part == null ? predicate() : looked == null ? null : looked.text(part);
    }
}
