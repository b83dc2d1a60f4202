package io.leadgen.cli.shell;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.TableName;
import io.leadgen.cli.answer.Answer;
import io.leadgen.cli.answer.ask.RefinementAnswer;
import io.leadgen.cli.command.option.PredicateArgument;
import io.leadgen.cli.shell.Refinements.Step;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.Count;
import io.leadgen.question.answer.AudienceEstimate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the commands of one session of the shell work on. */
public final class ShellState {
    private Refinements refinements = Refinements.NONE;
    private @Nullable Precision sizes = Precision.DEFAULT;
    private @Nullable String asked;
    private boolean leaving;

    public Refinements refinements() {
        return refinements;
    }

    public boolean isLeaving() {
        return leaving;
    }

    public void leave() {
        leaving = true;
    }

    /** The precision at which sizes are asked after each step, or null if they are not. */
    @Nullable
    public Precision sizes() {
        return sizes;
    }

    public void sizes(@Nullable Precision precision) {
        sizes = precision;
    }

    /** The text that was checked last, which positions of diagnostics refer to. */
    @Nullable
    public String asked() {
        return asked;
    }

    /** Starts again with everyone in a table, which was typed as this word. */
    public void use(TableName table, String word) {
        refinements = Refinements.of(table, word);
    }

    public void move(UnaryOperator<Refinements> step) {
        refinements = step.apply(refinements);
    }

    /** The table in use; INVALID_ARGUMENT if there is none. */
    public TableName table() {
        TableName table = refinements.table();
        if (table == null) {
            throw LeadgenException.invalid(
                    "No table is in use", "run use CATALOG.SCHEMA.TABLE, or use FILE --unit COLUMN");
        }
        return table;
    }

    public Answer shown() {
        Step present = refinements.present();
        return RefinementAnswer.shown(table().toString(), present.predicate(), present.size());
    }

    /**
     * Goes to a next step. Checks the new part alone first, so that its errors are shown in its own text, and so that it cannot
     * close a bracket of the previous predicate. If anything fails, nothing changes.
     *
     * @param whole makes the new condition of the part, which is a predicate by then
     */
    public Answer step(
            PredicateArgument part, UnaryOperator<String> whole, AudienceService audience, RequestContext context) {
        TableName table = table();
        asked = part.text();
        checkAlone(Count.of(table).where(part.text()), audience, context);
        String next = whole.apply(part.text());
        asked = next;
        Count question = Count.of(table).where(next).precision(precision());
        if (sizes == null) {
            Answer answer = RefinementAnswer.checked(audience.check(question, context));
            refinements = refinements.to(new Step(next, null));
            return answer;
        }
        AudienceEstimate before = refinements.present().size();
        AudienceEstimate size = audience.ask(question, context);
        refinements = refinements.to(new Step(next, size));
        return RefinementAnswer.counted(size, before);
    }

    private Precision precision() {
        return sizes == null ? Precision.DEFAULT : sizes;
    }

    private static void checkAlone(Count part, AudienceService audience, RequestContext context) {
        try {
            audience.check(part, context);
        } catch (LeadgenException e) {
            // Which partition is meant can be said by another part.
            if (e.code() != ErrorCode.PARTITION_REQUIRED) {
                throw e;
            }
        }
    }
}
