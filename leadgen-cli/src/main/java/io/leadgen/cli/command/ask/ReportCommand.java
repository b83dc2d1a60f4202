package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.ReportAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer;
import io.leadgen.cli.answer.keep.ReportPlanAnswer.Planned;
import io.leadgen.cli.command.ProgressCommand;
import io.leadgen.cli.command.option.GroupingList;
import io.leadgen.cli.command.option.OutputFile;
import io.leadgen.cli.command.option.OutputFileOption;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.figure.file.ChartFormat;
import io.leadgen.cli.report.ReportPage;
import io.leadgen.cli.report.ReportPart;
import io.leadgen.cli.report.ReportPlan;
import io.leadgen.cli.report.ReportRequest;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.runtime.program.Version;
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

@Command(
        name = "report",
        header = "Write a report on an audience as one HTML page.",
        description = {
            "",
            "The page needs no server. It shows the size, how the conditions narrow it down, breakdowns, a trend, "
                    + "and what the numbers mean. Each section is a question with its own price; --plan shows all prices "
                    + "and asks nothing. Errors in conditions and columns are found before anything is charged."
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
public final class ReportCommand implements ProgressCommand {
    @Mixin
    QuestionOptions.Table table;

    @Mixin
    QuestionOptions.RequiredWhere where;

    @Mixin
    OutputFileOption file;

    @Option(names = "--plan", description = "Show the questions and their prices, without asking.")
    boolean plan;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "The title of the page (default: named after the table).")
    @Nullable
    String title;

    @Option(
            names = "--step",
            paramLabel = "PREDICATE",
            description =
                    "A step of a funnel within the audience, or @FILE with it; repeat for each (default: from everyone to"
                            + " the audience, by the conditions joined with AND).")
    List<PredicateArgument> steps = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "GROUPING[,GROUPING]",
            description =
                    "A breakdown as in segment; repeat for each (default: the first three columns with declared values"
                            + " that the condition does not use).")
    List<GroupingList> by = new ArrayList<>();

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description =
                    "The column of the trend (default: the table's column of dates or times, if it has just one).")
    @Nullable
    String time;

    @Option(
            names = "--every",
            paramLabel = "UNIT",
            defaultValue = "month",
            description = "The windows of the trend: day, week, month, quarter or year (default: ${DEFAULT-VALUE}).")
    String every;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "A day in the first window, YYYY-MM-DD (default: " + ReportPlan.WINDOWS + " windows).")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "A day in the last window, YYYY-MM-DD (default: today).")
    @Nullable
    LocalDate to;

    @Option(
            names = "--profile",
            paramLabel = "COLUMN",
            description = "Show the values of this column within the audience; repeat for each (default: none).")
    List<String> profiles = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "KIND",
            split = ",",
            converter = KindName.class,
            description = "Omit a kind of section: funnel, segments or trend.")
    List<ReportRequest.Kind> without = new ArrayList<>();

    @Mixin
    QuestionOptions.Precise precision;

    private final InstantSource clock = InstantSource.system();
    private Progress progress = (step, fraction) -> {};
    private @Nullable ReportPart<?> looked;

    static final class KindName implements ITypeConverter<ReportRequest.Kind> {
        @Override
        public ReportRequest.Kind convert(String value) {
            try {
                return ReportRequest.Kind.valueOf(value.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw LeadgenException.invalid("Unknown kind of section", "use funnel, segments or trend");
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
        ReportAnswer.Results report = planned.ask(precision.value(), audience, context, progress::at);
        Instant created = clock.instant();
        String name =
                title == null || title.isBlank() ? "Audience of " + table.name().table() : title;
        target.write(new ReportPage(name, planned, report, created, Version.of("leadgen")).html());
        return noting(planned, ReportAnswer.of(new ReportAnswer.Written(name, target.path(), created, report)));
    }

    private static Answer noting(ReportPlan planned, Answer answer) {
        return planned.undecided().isEmpty()
                ? answer
                : answer.and(page -> page.fact(
                        "no trend",
                        "several columns hold times: "
                                + page.shown(String.join(", ", planned.undecided()))
                                + "; choose one with --time"));
    }

    /** Everything that prevents the page is found before anything is charged. */
    private OutputFile target() {
        OutputFile target = file.checked();
        if (target == null) {
            throw LeadgenException.invalid(
                    "A file is missing", "use -f FILE to write the report, or --plan to see its price");
        }
        ChartFormat.HTML.check();
        return target;
    }

    private ReportRequest wishes() {
        return new ReportRequest(
                table.name(),
                where.text(),
                steps.stream().map(PredicateArgument::text).toList(),
                by.stream().map(GroupingList::texts).toList(),
                time,
                every,
                from,
                to,
                profiles,
                Set.copyOf(without),
                precision.value());
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

    /** While a part is checked, positions are in its text, unless they are in the predicate itself. */
    @Override
    public @Nullable String text(String part) {
        return looked == null ? null : looked.text().apply(part);
    }
}
