package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.FunnelAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Funnel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "funnel",
        header = "Count the people who reach each step.",
        description = {
            "",
            "A person reaches a step by matching its condition and those of all steps before it, with any of "
                    + "their rows. All steps take one scan and one charge. Numbers never increase."
        },
        footer = {
            "  leadgen --demo funnel main.leads.events --step \"event_type = 'app_open'\" \\",
            "      --step \"event_type = 'page_view'\" --step \"event_type = 'purchase'\"",
            "  leadgen --demo funnel main.leads.customer_360 -w \"is_active = TRUE\" \\",
            "      --step \"consent = TRUE\" --step \"interest_travel = TRUE\" -o json",
            "  leadgen --demo funnel main.leads.customer_360 --step @first.txt \\",
            "      --step @second.txt"
        })
public final class FunnelCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = "--step",
            required = true,
            paramLabel = "PREDICATE",
            description = "The condition of a step, or @FILE with it; repeat for each step, in order.")
    List<PredicateArgument> steps;

    @Mixin
    QuestionOptions.Where where;

    @Mixin
    QuestionOptions.Precise precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Funnel question = Funnel.of(table.name(), texts()).where(where.text()).precision(precision.value());
        return chart.drawn(() -> new FunnelAnswer(audience.ask(question, context)));
    }

    private List<String> texts() {
        return steps.stream().map(PredicateArgument::text).toList();
    }

    @Override
    public @Nullable String text(String part) {
        return ServiceCommand.numbered("step", texts(), part);
    }
}
