package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.OverlapAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.ChartOption;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.question.Overlap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "overlap",
        header = "How do audiences overlap, and how many people do they reach together?",
        description = {
            "",
            "Up to five audiences, each with a name. All numbers are sums of the same parts (who is in these audiences"
                    + " and in no other), so they agree; one scan, one charge."
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
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class OverlapCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = {"-a", "--audience"},
            required = true,
            paramLabel = "NAME=PREDICATE",
            converter = Arguments.NamedAudience.class,
            description =
                    "An audience, or NAME=@FILE; once for each. Their order matters for what each adds to the reach.")
    List<Arguments.Named> audiences;

    @Mixin
    PrecisionOption precision;

    @Mixin
    ChartOption chart;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        Overlap question = Overlap.of(table, byName()).precision(precision.value);
        return chart.drawn(() -> audience.ask(question, context), OverlapAnswer::figure, OverlapAnswer::of);
    }

    private Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Arguments.Named named : audiences) {
            if (byName.put(named.name(), named.predicate().text()) != null) {
                throw LeadgenException.of(
                        ErrorCode.INVALID_ARGUMENT,
                        "Two audiences have the name " + named.name(),
                        "give each a name of its own");
            }
        }
        return byName;
    }

    @Override
    public @Nullable String text(@Nullable String part) {
        return audiences.stream()
                .filter(named -> ("audience " + named.name()).equals(part))
                .map(named -> named.predicate().text())
                .findFirst()
                .orElse(null);
    }
}
