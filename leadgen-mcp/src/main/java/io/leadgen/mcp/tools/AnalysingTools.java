package io.leadgen.mcp.tools;

import static io.leadgen.mcp.tools.Parameter.CATALOG;
import static io.leadgen.mcp.tools.Parameter.PRECISION;
import static io.leadgen.mcp.tools.Parameter.PREDICATE;
import static io.leadgen.mcp.tools.Parameter.SCHEMA;
import static io.leadgen.mcp.tools.Parameter.TABLE;
import static io.leadgen.mcp.tools.Parameter.optional;
import static io.leadgen.mcp.tools.Parameter.required;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Funnel;
import io.leadgen.question.Overlap;
import io.leadgen.question.Profile;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.GroupMetric;
import io.leadgen.question.answer.MetricType;
import io.leadgen.runtime.answer.FunnelDocument;
import io.leadgen.runtime.answer.OverlapDocument;
import io.leadgen.runtime.answer.ProfileDocument;
import io.leadgen.runtime.answer.SegmentsDocument;
import io.leadgen.runtime.answer.TrendDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an audience is made of. Each answer takes one scan and is paid for, whatever the number of its parts. */
final class AnalysingTools {
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

    private final Supplier<AudienceService> audience;

    AnalysingTools(Supplier<AudienceService> audience) {
        this.audience = audience;
    }

    List<Tool> tools() {
        return List.of(segmentAudience(), audienceTrend(), audienceFunnel(), audienceOverlap(), profileColumn());
    }

    private Tool segmentAudience() {
        return new Tool(
                "segment_audience",
                "Break an audience down",
                "Counts by group, all for one charge. group_by: a column, bands \"age[18, 30, 45]\", or calendar units"
                        + " \"signup_date:month\". Optionally SUM or AVG of a numeric column per group. Groups with few people are"
                        + " suppressed, or left out where their values are not declared.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        required(GROUP_BY, null, new Parameter.Texts(1, 3)),
                        PREDICATE,
                        optional(METRIC_TYPE, "SUM or AVG", Parameter.Text.ANY),
                        optional(METRIC_COLUMN, null, Parameter.Text.ANY),
                        PER_UNIT,
                        PRECISION),
                AnswerSchema.ofQuestion()
                        .strings("columns")
                        .optionalString(METRIC_TYPE)
                        .optionalString(METRIC_COLUMN)
                        .optionalNumbersOrNull("clamped_to")
                        .list(
                                "segments",
                                new AnswerSchema()
                                        .object("key")
                                        .size()
                                        .optionalNullableNumber("metric_value")
                                        .optionalNullableObject("metric_interval"))
                        .bool("truncated")
                        .bool("found")
                        .integer("per_unit")
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    AudienceSegments segments = audience.get()
                            .ask(
                                    Segments.of(table, arguments.texts(GROUP_BY))
                                            .metric(metric(arguments))
                                            .where(arguments.predicate(table))
                                            .perUnit(arguments.whole(PER_UNIT.name()))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(SegmentsDocument.of(segments), AnswerText.of(segments));
                });
    }

    private static @Nullable GroupMetric metric(Arguments arguments) {
        String type = arguments.optionalText(METRIC_TYPE);
        String column = arguments.optionalText(METRIC_COLUMN);
        if (type == null && column == null) {
            return null;
        }
        if (type == null || column == null) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT,
                    "A metric of the groups needs both metric_type and metric_column",
                    "for example AVG and age; or leave both out");
        }
        return new GroupMetric(MetricType.parse(type), column);
    }

    private Tool audienceTrend() {
        return new Tool(
                "audience_trend",
                "Follow an audience over time",
                "Counts per day, week, month, quarter or year of a date column. Give `from` (and `to`) if you can: without them"
                        + " the windows are found in the data, which costs more.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        required(TIME_COLUMN, null, Parameter.Text.ANY),
                        required(EVERY, "day, week, month, quarter or year", Parameter.Text.ANY),
                        optional(FROM, "First day, YYYY-MM-DD", Parameter.Text.ANY),
                        optional(TO, "Last day (default: today)", Parameter.Text.ANY),
                        PREDICATE,
                        PER_UNIT,
                        PRECISION),
                AnswerSchema.ofQuestion()
                        .string(TIME_COLUMN)
                        .string(EVERY)
                        .string("zone")
                        .list(
                                "windows",
                                new AnswerSchema().string("start").string("end").size())
                        .bool("found")
                        .integer("per_unit")
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    AudienceTrend trend = audience.get()
                            .ask(
                                    Trend.of(
                                                    table,
                                                    arguments.text(TIME_COLUMN),
                                                    arguments
                                                            .text(EVERY)
                                                            .strip()
                                                            .toLowerCase(Locale.ROOT))
                                            .within(arguments.day(FROM), arguments.day(TO))
                                            .where(arguments.predicate(table))
                                            .perUnit(arguments.whole(PER_UNIT.name()))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(TrendDocument.of(trend), AnswerText.of(trend));
                });
    }

    private Tool audienceFunnel() {
        return new Tool(
                "audience_funnel",
                "Narrow an audience step by step",
                "How many people are left after each further condition, e.g. [\"age > 25\", \"consent = TRUE\", \"plan ="
                        + " 'premium'\"]. Shows which condition costs reach.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        required(STEPS, "Predicates, each on top of those before", new Parameter.Texts(1, 20)),
                        PREDICATE,
                        PRECISION),
                AnswerSchema.ofQuestion()
                        .object("start", new AnswerSchema().size())
                        .list(
                                "steps",
                                new AnswerSchema()
                                        .string("predicate")
                                        .size()
                                        .nullableNumber("share")
                                        .nullableNumber("share_of_first"))
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    AudienceFunnel funnel = audience.get()
                            .ask(
                                    Funnel.of(table, arguments.texts(STEPS))
                                            .where(arguments.predicate(table))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(FunnelDocument.of(funnel), AnswerText.of(funnel));
                });
    }

    private Tool audienceOverlap() {
        AnswerSchema size = new AnswerSchema().size();
        return new Tool(
                "audience_overlap",
                "Compare audiences",
                "How two to five audiences overlap: their sizes, pairs, every Venn region (`atoms`), the reach of all together,"
                        + " and what each `adds` to those before it. E.g. {\"young\": \"age < 30\", \"rich\": \"income_level ="
                        + " 'high'\"}.",
                List.of(
                        CATALOG,
                        SCHEMA,
                        TABLE,
                        required(AUDIENCES, "Predicates by name", new Parameter.NamedTexts(1, 5)),
                        PRECISION),
                AnswerSchema.ofQuestion()
                        .named(
                                AUDIENCES,
                                new AnswerSchema().string("predicate").size().object("adds"))
                        .list("atoms", new AnswerSchema().strings("in").size())
                        .object("reach", size)
                        .list(
                                "pairs",
                                new AnswerSchema()
                                        .string("first")
                                        .string("second")
                                        .object("both")
                                        .object("either")
                                        .object("only_first")
                                        .object("only_second")
                                        .nullableNumber("share_of_first")
                                        .nullableNumber("share_of_second"))
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    AudienceOverlap overlap = audience.get()
                            .ask(
                                    Overlap.of(arguments.table(), arguments.named(AUDIENCES))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(OverlapDocument.of(overlap), AnswerText.of(overlap));
                });
    }

    private Tool profileColumn() {
        return new Tool(
                "profile_column",
                "Profile a column",
                "Which values a column has and how common they are, each with the `condition` that selects it. Use it when"
                        + " table_metadata declares no values. Values that few people share are not told. Costs budget.",
                List.of(CATALOG, SCHEMA, TABLE, required(COLUMN, null, Parameter.Text.ANY), PREDICATE, PRECISION),
                AnswerSchema.ofQuestion()
                        .string(COLUMN)
                        .string("type")
                        .string("kind")
                        .list(
                                "values",
                                new AnswerSchema()
                                        .nullableString("value")
                                        .nullableString("literal")
                                        .nullableString("condition")
                                        .size()
                                        .nullableNumber("share"))
                        .nullableNumber("null_share")
                        .nullableString("low")
                        .nullableString("high")
                        .bool("truncated")
                        .paid()
                        .tree(),
                call -> {
                    Arguments arguments = call.arguments();
                    TableName table = arguments.table();
                    ColumnProfile profile = audience.get()
                            .ask(
                                    Profile.of(table, arguments.text(COLUMN))
                                            .where(arguments.predicate(table))
                                            .precision(arguments.precision()),
                                    call.context());
                    return new ToolAnswer(ProfileDocument.of(profile), AnswerText.of(profile));
                });
    }
}
