package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.CountAnswer;
import io.leadgen.cli.answer.ask.CountsAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.Arguments;
import io.leadgen.cli.command.option.PrecisionOption;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.question.Count;
import io.leadgen.question.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "count",
        header = "How many people match a condition?",
        description = {
            "",
            "The number has noise that protects each single person; the interval holds the number before noise with 95 %%"
                    + " certainty. More precision costs more budget; a question asked again is free for some days. Several"
                    + " conditions take one scan, and each is paid for as if it were asked alone."
        },
        footer = {
            "  leadgen --demo count main.leads.customer_360",
            "  leadgen --demo count main.leads.customer_360 -w \"age > 25\"",
            "  leadgen --demo count main.leads.customer_360 -w @audience.txt -o json",
            "  leadgen --demo count main.leads.customer_360 -w \"age < 30\" -w \"age >= 30\"",
            "  leadgen --demo count main.leads.customer_360 --where-each audiences.txt \\",
            "      -o csv",
            "  leadgen --demo count main.leads.customer_360 --precision max"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class CountCommand implements ServiceCommand {
    @Parameters(
            paramLabel = "TABLE",
            converter = Arguments.Table.class,
            description = "A table as catalog.schema.table, or a Parquet or CSV file.")
    TableName table;

    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            converter = PredicateArgument.Reader.class,
            description =
                    "The condition, @FILE with it, or @NAME of a saved audience (default: everyone); again for more"
                            + " conditions.")
    List<PredicateArgument> where = new ArrayList<>();

    @Option(
            names = "--where-each",
            paramLabel = "FILE",
            converter = PredicateArgument.LineReader.class,
            description = "A file with a condition on each line.")
    PredicateArgument.@Nullable Lines whereEach;

    @Mixin
    PrecisionOption precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return isSeveral()
                ? CountsAnswer.of(audience.ask(Counts.of(table, predicates()).precision(precision.value), context))
                : CountAnswer.of(audience.ask(Count.of(table).where(predicate()).precision(precision.value), context));
    }

    private boolean isSeveral() {
        return whereEach != null || where.size() > 1;
    }

    private List<String> predicates() {
        List<String> predicates =
                new ArrayList<>(where.stream().map(PredicateArgument::text).toList());
        if (whereEach != null) {
            predicates.addAll(whereEach.texts());
        }
        return predicates;
    }

    @Override
    public @Nullable String predicate() {
        return isSeveral() || where.isEmpty() ? null : where.get(0).text();
    }

    @Override
    public @Nullable String text(@Nullable String part) {
        return part == null ? predicate() : ServiceCommand.numbered("condition", predicates(), part);
    }
}
