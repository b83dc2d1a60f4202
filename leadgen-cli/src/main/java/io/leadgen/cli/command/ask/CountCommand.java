package io.leadgen.cli.command.ask;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.CountAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.question.Count;
import io.leadgen.question.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "count",
        header = "Count the people who match a condition.",
        description = {
            "",
            "The number has noise that protects every person in it. The interval contains the value before noise "
                    + "with 95 %% confidence. More precision costs more budget. Repeating a question is free for some days. "
                    + "Several conditions take one scan, and each has the price of a single count."
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
public final class CountCommand implements ServiceCommand {
    @Mixin
    QuestionOptions.Table table;

    @Option(
            names = {"-w", "--where"},
            paramLabel = "PREDICATE",
            description = QuestionOptions.Where.DESCRIPTION + "; repeat for several (default: everyone).")
    List<PredicateArgument> where = new ArrayList<>();

    @Option(names = "--where-each", paramLabel = "FILE", description = "A file with a condition on each line.")
    PredicateArgument.@Nullable Lines whereEach;

    @Mixin
    QuestionOptions.Precise precision;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        return whereEach != null || where.size() > 1
                ? CountAnswer.of(
                        audience.ask(Counts.of(table.name(), predicates()).precision(precision.value()), context))
                : CountAnswer.of(audience.ask(
                        Count.of(table.name())
                                .where(where.isEmpty() ? null : where.get(0).text())
                                .precision(precision.value()),
                        context));
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
    public @Nullable String text(String part) {
        return ServiceCommand.numbered("condition", predicates(), part);
    }
}
