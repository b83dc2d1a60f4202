package io.leadgen.cli.output;

import io.leadgen.audience.AudienceFunnel;
import io.leadgen.audience.AudienceFunnel.Step;
import io.leadgen.audience.Terms;
import io.leadgen.runtime.json.AnswerDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far people get. */
public final class FunnelAnswer {
    private static final Fields FIELDS = Fields.of(
            "predicate",
            "approx_count",
            "suppressed",
            "interval.low",
            "interval.high",
            "interval.confidence",
            "share",
            "share_of_first");

    private FunnelAnswer() {}

    /** The answer; suppressed if neither the start nor a step is told. */
    public static Answer of(AudienceFunnel answer) {
        Map<String, @Nullable Object> document = AnswerDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "steps"),
                FIELDS,
                page -> write(page, answer),
                answer.start().suppressed()
                        && answer.steps().stream().allMatch(step -> step.size().suppressed()));
    }

    private static void write(Page page, AudienceFunnel answer) {
        Terms terms = answer.terms();
        String people = PolicyFacts.people(terms.privacy().unit());
        Step last = answer.steps().get(answer.steps().size() - 1);
        page.headline(Sizes.of(last.size(), terms.below(), page.theme()) + " " + people + " of "
                + Sizes.of(answer.start(), terms.below(), page.theme())
                + (answer.steps().size() == 1
                        ? " take the step"
                        : " take all " + answer.steps().size() + " steps"));
        page.sentence(CountAnswer.subject(page, terms.table().toString(), terms.predicate()));
        page.gap();
        BarChart chart = new BarChart(List.of("step"), people, List.of("of prev", "of first"), terms.below());
        chart.row(List.of("(everyone)"), answer.start(), "", "");
        for (int i = 0; i < answer.steps().size(); i++) {
            Step step = answer.steps().get(i);
            chart.row(
                    List.of((i + 1) + " " + page.shown(step.predicate())),
                    step.size(),
                    share(step.share()),
                    share(step.shareOfFirst()));
        }
        page.chart(chart);
        page.gap();
        PolicyFacts.suppressed(page, last.size().suppressed());
        PolicyFacts.terms(page, terms);
    }

    static String share(@Nullable BigDecimal share) {
        return share == null ? "" : Numerals.share(share);
    }
}
