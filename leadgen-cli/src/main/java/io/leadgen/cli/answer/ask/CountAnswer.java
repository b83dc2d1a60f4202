package io.leadgen.cli.answer.ask;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.answer.EstimateShapes;
import java.math.BigDecimal;

/** The size of an audience. */
public final class CountAnswer {
    private CountAnswer() {}

    public static Answer of(AudienceEstimate estimate) {
        return Answer.one(EstimateShapes.COUNT, estimate, page -> write(page, estimate))
                .as(Answer.Kind.suppressedIf(estimate.suppressed()));
    }

    private static void write(Page page, AudienceEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        Long count = estimate.approxCount();
        if (count == null || estimate.interval() == null) {
            PolicyFacts.suppressed(page, people, estimate.below());
        } else {
            page.headline(Sizes.of(BigDecimal.valueOf(count), estimate.interval(), page.theme()) + " " + people + " ("
                    + Numerals.percent(estimate.interval().confidence()) + ")");
        }
        page.sentence(PolicyFacts.subject(page, estimate.table().toString(), estimate.predicate()));
        page.gap();
        PolicyFacts.interval(page, estimate.interval());
        PolicyFacts.coarse(page, estimate.coarse());
        PolicyFacts.unit(page, estimate.privacy().unit());
        PolicyFacts.applied(page, estimate.applied());
        PolicyFacts.budget(page, estimate.privacy());
        PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
    }
}
