package io.leadgen.cli.answer.ask;

import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.EstimateShapes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The size of an audience, or of several. */
public final class CountAnswer {
    private CountAnswer() {}

    public static Answer of(AudienceEstimate estimate) {
        return Answer.one(EstimateShapes.COUNT, estimate, page -> write(page, estimate))
                .as(Answer.Kind.suppressedIf(estimate.suppressed()));
    }

    private static void write(Page page, AudienceEstimate estimate) {
        String people = PolicyFacts.people(estimate.privacy().unit());
        if (estimate.isOfNobody()) {
            page.headline("0 " + people + ": no row can meet the condition");
            page.sentence(PolicyFacts.subject(page, estimate.table().toString(), estimate.predicate()));
            page.gap();
            PolicyFacts.applied(page, estimate.applied());
            page.fact("cost", "nothing; the table was not read");
            PolicyFacts.request(page, estimate.requestId(), estimate.elapsedMs());
            return;
        }
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

    public static Answer of(List<AudienceEstimate> estimates) {
        return Answer.list(EstimateShapes.COUNTS, estimates, "counts", page -> write(page, estimates))
                .as(Answer.Kind.suppressedIf(estimates.stream().allMatch(AudienceEstimate::suppressed)));
    }

    private static void write(Page page, List<AudienceEstimate> estimates) {
        ReleaseInfo together = together(estimates);
        page.headline(Numerals.grouped(estimates.size()) + " audiences");
        page.sentence(PolicyFacts.subject(page, together.table().toString(), null));
        page.gap();
        List<NoisyCount> sizes = estimates.stream()
                .map(each -> new NoisyCount(each.approxCount(), each.suppressed(), each.interval()))
                .toList();
        List<Picture.Bar> bars = new ArrayList<>();
        for (NoisyCount size : sizes) {
            String predicate = String.valueOf(estimates.get(bars.size()).predicate());
            bars.add(new Picture.Bar(List.of((bars.size() + 1) + " " + page.condition(predicate)), size, List.of()));
        }
        String people = PolicyFacts.people(together.privacy().unit());
        page.picture(new Picture.Bars(people, together.below(), List.of("where"), List.of(), bars));
        page.gap();
        PolicyFacts.suppressed(page, sizes, together.below());
        PolicyFacts.release(page, together);
    }

    /** How often all of them can be repeated: each alone so many times, and shares of one budget add up. */
    private static long questionsLeft(List<AudienceEstimate> estimates) {
        double share = estimates.stream()
                .mapToDouble(each -> 1.0 / each.privacy().questionsLeft())
                .sum();
        return (long) (1 / share);
    }

    /** What all of them cost, and what they have in common. */
    private static ReleaseInfo together(List<AudienceEstimate> estimates) {
        AudienceEstimate any = estimates.get(0);
        PrivacyStatement privacy = any.privacy();
        return new ReleaseInfo(
                any.table(),
                null,
                estimates.stream()
                        .map(AudienceEstimate::below)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(0),
                estimates.stream().anyMatch(AudienceEstimate::coarse),
                new PrivacyStatement(
                        privacy.unit(),
                        privacy.callerClass(),
                        estimates.stream()
                                .map(each -> each.privacy().cost())
                                .reduce(PrivacyLoss.NONE, PrivacyLoss::plus),
                        privacy.budgetLeft(),
                        questionsLeft(estimates),
                        privacy.epochEnds(),
                        estimates.stream().allMatch(each -> each.privacy().repeated())),
                any.applied(),
                any.requestId(),
                any.elapsedMs());
    }
}
