package io.leadgen.cli.answer;

import io.leadgen.cli.terminal.BarChart;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.NoisyCount;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.CountDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sizes of several audiences. */
public final class CountsAnswer {
    private CountsAnswer() {}

    /** The answer; suppressed if not one of them is told. */
    public static Answer of(List<AudienceEstimate> estimates) {
        Map<String, @Nullable Object> document = CountDocument.of(estimates);
        return Answer.list(
                document,
                Answer.records(document, "counts"),
                CountAnswer.FIELDS,
                page -> write(page, estimates),
                estimates.stream().allMatch(AudienceEstimate::suppressed));
    }

    private static void write(Page page, List<AudienceEstimate> estimates) {
        AudienceEstimate any = estimates.get(0);
        String people = PolicyFacts.people(any.privacy().unit());
        page.headline(Numerals.grouped(estimates.size()) + " audiences");
        page.sentence(CountAnswer.subject(page, any.table().toString(), null));
        page.gap();
        int below = estimates.stream()
                .map(AudienceEstimate::below)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(0);
        BarChart chart = new BarChart(List.of("where"), people, List.of(), below);
        for (int i = 0; i < estimates.size(); i++) {
            AudienceEstimate estimate = estimates.get(i);
            chart.row(
                    List.of((i + 1) + " " + page.condition(String.valueOf(estimate.predicate()))),
                    new NoisyCount(estimate.approxCount(), estimate.suppressed(), estimate.interval()));
        }
        page.chart(chart);
        page.gap();
        PolicyFacts.suppressed(page, estimates.stream().anyMatch(AudienceEstimate::suppressed));
        PolicyFacts.terms(page, together(estimates));
    }

    /** How often all of them can be paid for: each by itself so and so often, and shares of one budget add up. */
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
        PrivacyLoss cost =
                estimates.stream().map(each -> each.privacy().cost()).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
        boolean repeated = estimates.stream().allMatch(each -> each.privacy().repeated());
        return new ReleaseInfo(
                any.table(),
                null,
                0,
                estimates.stream().anyMatch(AudienceEstimate::coarse),
                new PrivacyStatement(
                        privacy.unit(),
                        privacy.callerClass(),
                        cost,
                        privacy.budgetLeft(),
                        questionsLeft(estimates),
                        privacy.epochEnds(),
                        repeated),
                any.applied(),
                any.requestId(),
                any.elapsedMs());
    }
}
