package io.leadgen.cli.answer;

import io.leadgen.cli.figure.Figure;
import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.PictureTables;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.cli.terminal.Theme;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceFunnel.Step;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.runtime.answer.FunnelDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
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
        Map<String, @Nullable Object> document = FunnelDocument.of(answer);
        return Answer.list(
                document,
                Answer.records(document, "steps"),
                FIELDS,
                page -> write(page, answer),
                answer.start().suppressed()
                        && answer.steps().stream().allMatch(step -> step.size().suppressed()));
    }

    /** The answer for a file of its own. */
    public static Figure figure(AudienceFunnel answer) {
        Page page = new Page(Theme.OF_FILES);
        facts(page, answer);
        PolicyFacts.figure(page, answer.terms());
        return PictureTables.figure(
                title(page, answer), subject(page, answer), picture(page, answer), List.of(), page.facts());
    }

    private static void write(Page page, AudienceFunnel answer) {
        page.headline(title(page, answer));
        page.sentence(subject(page, answer));
        page.gap();
        page.picture(picture(page, answer));
        page.gap();
        facts(page, answer);
        PolicyFacts.terms(page, answer.terms());
    }

    private static String title(Page page, AudienceFunnel answer) {
        int below = answer.terms().below();
        return Sizes.of(last(answer).size(), below, page.theme()) + " " + people(answer) + " of "
                + Sizes.of(answer.start(), below, page.theme())
                + (answer.steps().size() == 1
                        ? " take the step"
                        : " take all " + answer.steps().size() + " steps");
    }

    private static Step last(AudienceFunnel answer) {
        return answer.steps().get(answer.steps().size() - 1);
    }

    private static String subject(Page page, AudienceFunnel answer) {
        ReleaseInfo terms = answer.terms();
        return CountAnswer.subject(page, terms.table().toString(), terms.predicate());
    }

    private static String people(AudienceFunnel answer) {
        return PolicyFacts.people(answer.terms().privacy().unit());
    }

    private static void facts(Page page, AudienceFunnel answer) {
        PolicyFacts.suppressed(page, last(answer).size().suppressed());
    }

    private static Picture picture(Page page, AudienceFunnel answer) {
        List<Picture.Step> steps = new ArrayList<>();
        steps.add(new Picture.Step("(everyone)", answer.start(), "", ""));
        for (int i = 0; i < answer.steps().size(); i++) {
            Step step = answer.steps().get(i);
            steps.add(new Picture.Step(
                    (i + 1) + " " + page.condition(step.predicate()),
                    step.size(),
                    share(step.share()),
                    share(step.shareOfFirst())));
        }
        return new Picture.Waterfall(people(answer), answer.terms().below(), steps);
    }

    static String share(@Nullable BigDecimal share) {
        return share == null ? "" : Numerals.share(share);
    }
}
