package io.leadgen.cli.report;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.keep.ReportAnswer.Section;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Count;
import io.leadgen.question.answer.AudienceEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The answers of a report.
 *
 * @param size how large the audience is
 * @param sections one for each part of the plan, in its order
 */
public record AudienceReport(AudienceEstimate size, List<Section> sections) {
    public AudienceReport {
        sections = List.copyOf(sections);
    }

    /**
     * Asks what was planned, the size first: one question after the other, each with an audit event of its own, under the id
     * of the whole and its place. A part that is refused or fails is reported as such. A suppressed
     * audience has no parts: nothing is spent on what would be suppressed.
     *
     * @param begun hears what is asked next, and how far it has come, 0 to 1
     * @throws LeadgenException if the size is not answered; CANCELLED and INTERNAL for any part
     */
    public static AudienceReport ask(
            ReportPlan plan,
            Precision precision,
            AudienceService audience,
            RequestContext context,
            BiConsumer<String, Double> begun) {
        int questions = plan.parts().size() + 1;
        begun.accept("size", 0.0);
        AudienceEstimate size = audience.ask(
                Count.of(plan.check().table()).where(plan.check().predicate()).precision(precision), context);
        List<Section> sections = new ArrayList<>();
        for (ReportPlan.Priced priced : plan.parts()) {
            ReportPart<?> part = priced.part();
            int place = sections.size() + 1;
            begun.accept(part.kind(), (double) place / questions);
            RequestContext own = under(context, place);
            sections.add(size.suppressed() ? Section.unasked(part.kind(), part.about()) : section(part, audience, own));
        }
        return new AudienceReport(size, sections);
    }

    private static RequestContext under(RequestContext context, int place) {
        return new RequestContext(
                context.principal(), context.requestId() + "-" + place, context.cancellation(), context.caller());
    }

    private static Section section(ReportPart<?> part, AudienceService audience, RequestContext context) {
        try {
            return Section.answered(part.kind(), part.about(), context.requestId(), part.ask(audience, context));
        } catch (LeadgenException e) {
            if (e.code() == ErrorCode.CANCELLED || e.code() == ErrorCode.INTERNAL) {
                throw e;
            }
            return Section.refused(part.kind(), part.about(), context.requestId(), e);
        }
    }
}
