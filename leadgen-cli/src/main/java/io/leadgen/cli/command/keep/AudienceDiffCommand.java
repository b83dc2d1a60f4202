package io.leadgen.cli.command.keep;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.keep.AudienceDiffAnswer;
import io.leadgen.cli.command.ServiceCommand;
import io.leadgen.cli.command.option.QuestionOptions;
import io.leadgen.cli.command.option.SavedAudienceArgument;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.question.Comparison;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.runtime.audiences.PredicateDifference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        header = "Compare two saved audiences.",
        description = {
            "",
            "Shows which parts of the condition changed, and how many people left, joined and stayed. The sizes "
                    + "have the price of one count; repeating them is free. Conditions with the same meaning are not "
                    + "charged."
        },
        footer = {
            "  leadgen --demo audience diff young@1 young@2",
            "  leadgen --demo audience diff young students --precision 5%%",
            "  leadgen --demo audience diff young students --no-size -o json"
        })
public final class AudienceDiffCommand implements ServiceCommand {
    // As a Comparison calls them in its errors.
    private static final String FIRST = "the first audience";
    private static final String SECOND = "the second audience";

    @Parameters(index = "0", paramLabel = "A", description = "A saved audience, NAME or NAME@VERSION.")
    SavedAudienceArgument first;

    @Parameters(index = "1", paramLabel = "B", description = "Another one of the same table.")
    SavedAudienceArgument second;

    @Mixin
    QuestionOptions.Precise precision;

    @Option(names = "--no-size", description = "Compare only the conditions; free of charge.")
    boolean withoutSize;

    @Override
    public Answer ask(AudienceService audience, RequestContext context) {
        PredicateDifference condition = PredicateDifference.of(
                condition(audience, first, FIRST, context), condition(audience, second, SECOND, context));
        AudienceComparison size = withoutSize || condition.same() ? null : compare(audience, context);
        return AudienceDiffAnswer.of(first.audience(), second.audience(), condition, size, context.requestId());
    }

    private static Predicate condition(
            AudienceService service, SavedAudienceArgument saved, String part, RequestContext context) {
        try {
            return service.define(table(saved), saved.predicate().text(), context)
                    .filter();
        } catch (LeadgenException e) {
            throw e.inPart(part);
        }
    }

    private AudienceComparison compare(AudienceService service, RequestContext context) {
        Comparison question = Comparison.of(
                table(first), first.predicate().text(), second.predicate().text());
        return service.ask(question.precision(precision.value()), context);
    }

    private static TableName table(SavedAudienceArgument saved) {
        return saved.audience().table();
    }

    @Override
    public @Nullable String text(String part) {
        return FIRST.equals(part)
                ? first.predicate().text()
                : SECOND.equals(part) ? second.predicate().text() : null;
    }
}
