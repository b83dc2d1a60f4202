package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.optional;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Funnel;
import io.leadgen.question.Overlap;
import io.leadgen.question.Profile;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an audience is made of. Each answer takes one scan and is paid for, whatever the number of its parts. */
record AnalysingTools(Supplier<AudienceService> audience) {
    private static final String GROUP_BY = "group_by";
    private static final String METRIC_TYPE = "metric_type";
    private static final String METRIC_COLUMN = "metric_column";
    private static final String TIME_COLUMN = "time_column";
    private static final String EVERY = "every";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String STEPS = "steps";
    private static final String AUDIENCES = "audiences";
    private static final String COLUMN = "column";
    private static final Parameter PER_UNIT = optional(
            "per_unit",
            "In how many cells a person with many rows may count (default 4); each is paid for",
            new Parameter.Whole(1, 100));

    List<Tool> tools() {
        return List.of(segmentAudience(), audienceTrend(), audienceFunnel(), audienceOverlap(), profileColumn());
    }

    private Tool segmentAudience() {
        return Tool.of(
                "segment_audience",
                "Break an audience down",
                "Counts by group, all for one charge. group_by: a column, bands \"age[18, 30, 45]\", or calendar units"
                        + " \"signup_date:month\". Optionally SUM or AVG of a numeric column per group. Groups with few people are"
                        + " suppressed, or left out where their values are not declared.",
                Parameter.ofQuestion(
                        required(GROUP_BY, null, new Parameter.Texts(1, 3)),
                        optional(METRIC_TYPE, "SUM or AVG", Parameter.Text.ANY),
                        optional(METRIC_COLUMN, null, Parameter.Text.ANY),
                        PER_UNIT),
                BreakdownShapes.SEGMENTS,
                Tool.asked(
                        audience,
                        arguments -> Segments.of(arguments.table(), arguments.texts(GROUP_BY))
                                .metric(metric(arguments))
                                .where(arguments.predicate())
                                .perUnit(arguments.whole(PER_UNIT.name()))
                                .precision(arguments.precision())),
                AnswerText::of);
    }

    private static @Nullable GroupMetric metric(Arguments arguments) {
        String type = arguments.optionalText(METRIC_TYPE);
        String column = arguments.optionalText(METRIC_COLUMN);
        if (type == null && column == null) {
            return null;
        }
        if (type == null || column == null) {
            throw LeadgenException.invalid(
                    "A metric needs both metric_type and metric_column", "for example AVG and age; or leave both out");
        }
        return new GroupMetric(MetricType.parse(type), column);
    }

    private Tool audienceTrend() {
        return Tool.of(
                "audience_trend",
                "Follow an audience over time",
                "Counts per day, week, month, quarter or year of a date column. Give `from` (and `to`) if you can: without them"
                        + " the windows are found in the data, which costs more.",
                Parameter.ofQuestion(
                        required(TIME_COLUMN, null, Parameter.Text.ANY),
                        required(EVERY, "day, week, month, quarter or year", Parameter.Text.ANY),
                        optional(FROM, "First day, YYYY-MM-DD", Parameter.Text.ANY),
                        optional(TO, "Last day (default: today)", Parameter.Text.ANY),
                        PER_UNIT),
                BreakdownShapes.TREND,
                Tool.asked(
                        audience,
                        arguments -> Trend.of(
                                        arguments.table(),
                                        arguments.text(TIME_COLUMN),
                                        arguments.text(EVERY).strip().toLowerCase(Locale.ROOT))
                                .within(arguments.day(FROM), arguments.day(TO))
                                .where(arguments.predicate())
                                .perUnit(arguments.whole(PER_UNIT.name()))
                                .precision(arguments.precision())),
                AnswerText::of);
    }

    private Tool audienceFunnel() {
        return Tool.of(
                "audience_funnel",
                "Narrow an audience step by step",
                "People who are left after each further condition, e.g. [\"age > 25\", \"consent = TRUE\", \"plan ="
                        + " 'premium'\"]. Shows which condition costs reach.",
                Parameter.ofQuestion(
                        required(STEPS, "Predicates, each on top of those before", new Parameter.Texts(1, 20))),
                BreakdownShapes.FUNNEL,
                Tool.asked(
                        audience,
                        arguments -> Funnel.of(arguments.table(), arguments.conditions(STEPS))
                                .where(arguments.predicate())
                                .precision(arguments.precision())),
                AnswerText::of);
    }

    private Tool audienceOverlap() {
        return Tool.of(
                "audience_overlap",
                "Compare audiences",
                "The overlap of two to five audiences: their sizes, pairs, every Venn region (`atoms`), the reach of all together,"
                        + " and what each `adds` to those before it. A predicate narrows each of them. E.g. {\"young\": \"age < 30\", \"rich\": \"income_level ="
                        + " 'high'\"}.",
                Parameter.ofQuestion(required(AUDIENCES, "Predicates by name", new Parameter.NamedTexts(1, 5))),
                BreakdownShapes.OVERLAP,
                Tool.asked(
                        audience,
                        arguments -> Overlap.of(arguments.table(), arguments.named(AUDIENCES))
                                .precision(arguments.precision())),
                AnswerText::of);
    }

    private Tool profileColumn() {
        return Tool.of(
                "profile_column",
                "Profile a column",
                "The values of a column and how common they are, each with the `condition` that selects it. Use it when"
                        + " table_metadata declares no values. Values that few people share are left out. Costs budget.",
                Parameter.ofQuestion(required(COLUMN, null, Parameter.Text.ANY)),
                BreakdownShapes.PROFILE,
                Tool.asked(
                        audience,
                        arguments -> Profile.of(arguments.table(), arguments.text(COLUMN))
                                .where(arguments.predicate())
                                .precision(arguments.precision())),
                AnswerText::of);
    }
}
