package io.leadgen.cli.answer.ask;

import io.leadgen.cli.figure.Picture;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceFunnel.Step;
import io.leadgen.runtime.answer.BreakdownShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many people reach each step. */
public final class FunnelAnswer extends Breakdown<AudienceFunnel> {
    public FunnelAnswer(AudienceFunnel answer) {
        super(
                answer,
                answer.terms(),
                BreakdownShapes.FUNNEL,
                "steps",
                Stream.concat(Stream.of(answer.start()), answer.steps().stream().map(Step::size))
                        .toList());
    }

    @Override
    String title(Page page) {
        int steps = answer.steps().size();
        return Sizes.of(answer.steps().get(steps - 1).size(), release.below(), page.theme()) + " " + people + " of "
                + Sizes.of(answer.start(), release.below(), page.theme())
                + (steps == 1 ? " complete the step" : " complete all " + steps + " steps");
    }

    @Override
    void facts(Page page) {}

    @Override
    Picture picture(Page page) {
        List<Picture.Step> steps = new ArrayList<>();
        steps.add(new Picture.Step("(everyone)", answer.start(), "", "", ""));
        for (int i = 0; i < answer.steps().size(); i++) {
            Step step = answer.steps().get(i);
            steps.add(new Picture.Step(
                    (i + 1) + " " + page.condition(step.predicate()),
                    step.size(),
                    Sizes.difference(
                            i == 0 ? answer.start() : answer.steps().get(i - 1).size(), step.size()),
                    share(step.share()),
                    share(step.shareOfFirst())));
        }
        return new Picture.Waterfall(people, release.below(), steps);
    }
}
