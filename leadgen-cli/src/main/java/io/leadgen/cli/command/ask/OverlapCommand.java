package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.OverlapAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.NamedPredicate;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Overlap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "overlap",
        header = "Compare up to five audiences and their overlap.",
        description = {
            "",
            "Shows who is in which audiences and how many people they reach together. All numbers are sums of the "
                    + "same parts, so they agree. One scan and one charge."
        },
        footer = {
            "  leadgen --demo overlap main.leads.customer_360 \\",
            "      -a \"gamers=interest_gaming = TRUE\" \\",
            "      -a \"travellers=interest_travel = TRUE\"",
            "  leadgen --demo overlap main.leads.events \\",
            "      -a \"buyers=event_type = 'purchase'\" \\",
            "      -a \"readers=event_type = 'email_open'\" \\",
            "      -a \"callers=event_type = 'support_call'\" -o json",
            "  leadgen --demo overlap main.leads.customer_360 -a spring=@spring.txt \\",
            "      -a autumn=@autumn.txt"
        })
public final class OverlapCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = {"-a", "--audience"},
            required = true,
            paramLabel = "NAME=PREDICATE",
            description =
                    "An audience, or NAME=@FILE; repeat for each. Their order decides what each adds to the reach.")
    List<NamedPredicate> audiences;

    @Mixin
    QuestionOptions.Precise precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Overlap question = Overlap.of(table.name(), byName()).precision(precision.value());
        return chart.drawn(() -> new OverlapAnswer(audience.ask(question, context)));
    }

    private Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (NamedPredicate named : audiences) {
            if (byName.put(named.name(), named.predicate().text()) != null) {
                throw LeadgenException.invalid(
                        "Two audiences have the name " + named.name(), "give each a name of its own");
            }
        }
        return byName;
    }

    @Override
    public @Nullable String text(String part) {
        return audiences.stream()
                .filter(named -> ("audience " + named.name()).equals(part))
                .map(named -> named.predicate().text())
                .findFirst()
                .orElse(null);
    }
}
