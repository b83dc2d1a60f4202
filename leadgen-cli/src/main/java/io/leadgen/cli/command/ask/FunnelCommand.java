package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.FunnelAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.question.Funnel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "funnel",
        header = "How far do people get?",
        description = {
            "",
            "A person reaches a step by meeting its condition and those of all steps before it, with whichever of "
                    + "their rows. All steps take one scan and one charge, and numbers never increase."
        },
        footer = {
            "  leadgen --demo funnel main.leads.events --step \"event_type = 'app_open'\" \\",
            "      --step \"event_type = 'page_view'\" --step \"event_type = 'purchase'\"",
            "  leadgen --demo funnel main.leads.customer_360 -w \"is_active = TRUE\" \\",
            "      --step \"consent = TRUE\" --step \"interest_travel = TRUE\" -o json",
            "  leadgen --demo funnel main.leads.customer_360 --step @first.txt \\",
            "      --step @second.txt"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class FunnelCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = "--step",
            required = true,
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "The condition of a step, or @FILE with it; once for each step, in their order.")
    List<PredicateArgument> steps;

    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description = "A condition on all rows, @FILE with it, or @NAME of a saved audience (default: all).")
    @Nullable
    PredicateArgument where;

    @Mixin
    PrecisionOption precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Funnel question = Funnel.of(table, texts()).where(predicate()).precision(precision.value);
        return chart.drawn(() -> audience.ask(question, context), FunnelAnswer::figure, FunnelAnswer::of);
    }

    private List<String> texts() {
        return steps.stream().map(PredicateArgument::text).toList();
    }

    @Override
    public @Nullable String predicate() {
        return PredicateArgument.textOf(where);
    }

    @Override
    public @Nullable String text(@Nullable String part) {
        return part == null ? predicate() : ServiceCommand.numbered("step", texts(), part);
    }
}
