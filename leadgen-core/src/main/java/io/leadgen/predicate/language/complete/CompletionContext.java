package io.leadgen.predicate.language.complete;

import io.leadgen.predicate.Operand;
import java.util.List;
import java.util.function.Predicate;

/** Where in the grammar an unfinished text ends. */
sealed interface CompletionContext {

    /** Where nothing helpful can be said. */
    record Nowhere() implements CompletionContext {}

    /** Where a condition begins. */
    record Condition() implements CompletionContext {}

    /** Where a function wants a column. */
    record Argument(Predicate<Operand> fits) implements CompletionContext {}

    /** Behind an operand, or behind its NOT. */
    record Test(Operand operand, boolean negated, boolean inBrackets) implements CompletionContext {}

    /** Behind IS, or IS NOT. */
    record Is(Operand operand, boolean negated) implements CompletionContext {}

    /** Where a value for an operand stands; in a comparison another column can. */
    record Value(Operand operand, boolean comparison) implements CompletionContext {}

    /** Behind a condition. */
    record Joint(boolean inBrackets) implements CompletionContext {}

    /** Where only these words can stand. */
    record Words(List<String> words) implements CompletionContext {}
}
