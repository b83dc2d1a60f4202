package io.leadgen.cli.report;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.ask.FunnelAnswer;
import io.leadgen.cli.answer.ask.ProfileAnswer;
import io.leadgen.cli.answer.ask.SegmentsAnswer;
import io.leadgen.cli.answer.ask.TrendAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer.Answered;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Funnel;
import io.leadgen.question.Profile;
import io.leadgen.question.Question;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a report, in addition to the size. The same question is priced and asked.
 */
public sealed interface ReportPart {

    /** Which kind of question, as its command is called. */
    String kind();

    /** What it is about, in words: columns and numbers of steps, as others have named them. */
    String about();

    /**
     * The question that it asks. To check it is to price it, and refuses what would not be answered, whatever the data are.
     */
    Question<?> question();

    /** Asks it, and pays. */
    Answered ask(AudienceService audience, RequestContext context);

    /** The text that positions of an error of this part point into, or null if there is none. */
    @Nullable
    String text(String part);

    /** How the conditions narrow everyone down, one after the other. */
    record FunnelPart(
            TableName table, List<String> steps, @Nullable String predicate, Precision precision)
            implements ReportPart {
        public FunnelPart {
            steps = List.copyOf(steps);
        }

        @Override
        public String kind() {
            return "funnel";
        }

        @Override
        public String about() {
            return steps.size() == 1 ? "1 step" : steps.size() + " steps";
        }

        @Override
        public Funnel question() {
            return Funnel.of(table, steps).where(predicate).precision(precision);
        }

        @Override
        public Answered ask(AudienceService audience, RequestContext context) {
            AudienceFunnel answer = audience.ask(question(), context);
            return new Answered(FunnelAnswer.figure(answer), BreakdownShapes.FUNNEL.tree(answer), answer.terms());
        }

        @Override
        public @Nullable String text(String part) {
            for (int i = 0; i < steps.size(); i++) {
                if (part.equals("step " + (i + 1))) {
                    return steps.get(i);
                }
            }
            return null;
        }
    }

    /** How the audience breaks down by one grouping, or by several at once. */
    record SegmentsPart(TableName table, List<String> by, String predicate, Precision precision) implements ReportPart {
        public SegmentsPart {
            by = List.copyOf(by);
        }

        @Override
        public String kind() {
            return "segment";
        }

        @Override
        public String about() {
            return "by " + String.join(", ", by);
        }

        @Override
        public Segments question() {
            return Segments.of(table, by).where(predicate).precision(precision);
        }

        @Override
        public Answered ask(AudienceService audience, RequestContext context) {
            AudienceSegments answer = audience.ask(question(), context);
            return new Answered(SegmentsAnswer.figure(answer), BreakdownShapes.SEGMENTS.tree(answer), answer.terms());
        }

        @Override
        public @Nullable String text(String part) {
            for (int i = 0; i < by.size(); i++) {
                if (part.equals("grouping " + (i + 1))) {
                    return by.get(i);
                }
            }
            return null;
        }
    }

    /** How the audience lies in time. */
    record TrendPart(
            TableName table,
            String time,
            String every,
            LocalDate from,
            @Nullable LocalDate to,
            String predicate,
            Precision precision)
            implements ReportPart {
        @Override
        public String kind() {
            return "trend";
        }

        @Override
        public String about() {
            return "by " + every + " of " + time;
        }

        @Override
        public Trend question() {
            return Trend.of(table, time, every)
                    .within(from, to)
                    .where(predicate)
                    .precision(precision);
        }

        @Override
        public Answered ask(AudienceService audience, RequestContext context) {
            AudienceTrend answer = audience.ask(question(), context);
            return new Answered(TrendAnswer.figure(answer), BreakdownShapes.TREND.tree(answer), answer.terms());
        }

        @Override
        public @Nullable String text(String part) {
            return switch (part) {
                case "the time column" -> time;
                case "the unit of time" -> every;
                default -> null;
            };
        }
    }

    /** Which values a column has within the audience. */
    record ProfilePart(TableName table, String column, String predicate, Precision precision) implements ReportPart {
        @Override
        public String kind() {
            return "profile";
        }

        @Override
        public String about() {
            return column;
        }

        @Override
        public Profile question() {
            return Profile.of(table, column).where(predicate).precision(precision);
        }

        @Override
        public Answered ask(AudienceService audience, RequestContext context) {
            ColumnProfile answer = audience.ask(question(), context);
            return new Answered(ProfileAnswer.figure(answer), BreakdownShapes.PROFILE.tree(answer), answer.terms());
        }

        @Override
        public @Nullable String text(String part) {
            return part.equals("the column") ? column : null;
        }
    }
}
