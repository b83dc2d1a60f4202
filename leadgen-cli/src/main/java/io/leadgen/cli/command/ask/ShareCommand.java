package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.PolicyFacts;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.terminal.Numerals;
import io.leadgen.cli.terminal.Page;
import io.leadgen.cli.terminal.Sizes;
import io.leadgen.question.Share;
import io.leadgen.question.answer.Interval;
import io.leadgen.runtime.answer.EstimateShapes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "share",
        header = "Measure the share of an audience that meets a condition.",
        description = {
            "",
            "A person meets the condition by any of their rows that is in the audience. The interval contains the share "
                    + "before noise with 95 %% confidence. A share costs as much as two counts."
        },
        footer = {
            "  leadgen --demo share main.leads.customer_360 --of \"consent = TRUE\"",
            "  leadgen --demo share main.leads.customer_360 --of \"consent = TRUE\" -w \"age > 25\"",
            "  leadgen --demo share main.leads.events --of \"event_type = 'purchase'\" -o json"
        })
public final class ShareCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = "--of",
            required = true,
            paramLabel = "PREDICATE",
            description = "The condition to meet, or @FILE with it.")
    PredicateArgument condition;

    @Mixin
    QuestionOptions.Where where;

    @Mixin
    QuestionOptions.Precise precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Share.Answer answer = audience.ask(
                Share.of(table.name(), condition.text()).where(where.text()).precision(precision.value()), context);
        return Answer.one(EstimateShapes.SHARE, answer, page -> write(page, answer))
                .as(Answer.Kind.suppressedIf(answer.share() == null));
    }

    private static void write(Page page, Share.Answer answer) {
        String people = PolicyFacts.people(answer.terms().privacy().unit());
        BigDecimal share = answer.share();
        Interval interval = answer.interval();
        if (share == null || interval == null) {
            PolicyFacts.suppressed(page, people, answer.terms().below());
        } else {
            page.headline(Numerals.share(share) + " of " + people + " meet " + page.condition(answer.condition()));
            page.sentence(Numerals.share(interval.low()) + " to " + Numerals.share(interval.high()) + " before noise ("
                    + Numerals.percent(interval.confidence()) + "); "
                    + Sizes.of(answer.meeting(), answer.terms().below(), page.theme()) + " of "
                    + Sizes.of(answer.audience(), answer.terms().below(), page.theme()) + " " + people);
        }
        page.sentence(PolicyFacts.subject(
                page, answer.terms().table().toString(), answer.terms().predicate()));
        page.gap();
        PolicyFacts.release(page, answer.terms());
    }

    @Override
    public @Nullable String text(String part) {
        return part.equals("the condition") ? condition.text() : null;
    }
}
