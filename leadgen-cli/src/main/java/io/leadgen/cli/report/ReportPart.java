package io.leadgen.cli.report;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.ask.Breakdown;
import io.leadgen.cli.answer.ask.FunnelAnswer;
import io.leadgen.cli.answer.ask.ProfileAnswer;
import io.leadgen.cli.answer.ask.SegmentsAnswer;
import io.leadgen.cli.answer.ask.TrendAnswer;
import io.leadgen.cli.answer.keep.ReportAnswer.Answered;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.question.Funnel;
import io.leadgen.question.Profile;
import io.leadgen.question.Question;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A question of a report, in addition to the size. The same question is priced and asked.
 *
 * @param kind which kind of question, as its command is called
 * @param about what it is about, in words: columns and numbers of steps, as others have named them
 * @param question what it asks; to check it is to price it, and refuses what would not be answered, whatever the data are
 * @param shown makes the answer that the report shows
 * @param text the text that positions of an error of this part point into, by the name of the text; null if there is none
 */
public record ReportPart<A>(
        String kind,
        String about,
        Question<A> question,
        Function<A, Breakdown<A>> shown,
        UnaryOperator<@Nullable String> text) {

    /** How the conditions narrow everyone down, one after the other. */
    static ReportPart<?> of(Funnel funnel) {
        int steps = funnel.steps().size();
        return new ReportPart<>(
                "funnel",
                steps == 1 ? "1 step" : steps + " steps",
                funnel,
                FunnelAnswer::new,
                part -> ServiceCommand.numbered("step", funnel.steps(), part));
    }

    /** How the audience breaks down by one grouping, or by several at once. */
    static ReportPart<?> of(Segments segments) {
        return new ReportPart<>(
                "segment",
                "by " + String.join(", ", segments.by()),
                segments,
                SegmentsAnswer::new,
                part -> ServiceCommand.numbered("grouping", segments.by(), part));
    }

    /** How the audience lies in time. */
    static ReportPart<?> of(Trend trend) {
        return new ReportPart<>(
                "trend",
                "by " + trend.every() + " of " + trend.timeColumn(),
                trend,
                TrendAnswer::new,
                Map.of("the time column", trend.timeColumn(), "the unit of time", trend.every())::get);
    }

    /** Which values a column has within the audience. */
    static ReportPart<?> of(Profile profile) {
        return new ReportPart<>(
                "profile", profile.column(), profile, ProfileAnswer::new, Map.of("the column", profile.column())::get);
    }

    /** Asks it, and pays. */
    Answered ask(AudienceService audience, RequestContext context) {
        Breakdown<A> answer = shown.apply(audience.ask(question, context));
        return new Answered(answer.figure(), answer.answer().document(), answer.release());
    }
}
