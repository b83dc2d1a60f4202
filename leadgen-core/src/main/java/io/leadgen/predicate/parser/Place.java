package io.leadgen.predicate.parser;

import io.leadgen.predicate.Operand;
import java.util.List;
import java.util.function.Predicate;

/** Where in the grammar an unfinished text ends. */
sealed interface Place {

    /** Where nothing helpful can be said. */
    record Nowhere() implements Place {}

    /** Where a condition begins. */
    record Condition() implements Place {}

    /** Where a function wants a column. */
    record Argument(Predicate<Operand> fits) implements Place {}

    /** Behind an operand, or behind its NOT. */
    record Test(Operand operand, boolean negated, boolean inBrackets) implements Place {}

    /** Behind IS, or IS NOT. */
    record Is(Operand operand, boolean negated) implements Place {}

    /** Where a value for an operand stands; in a comparison another column can. */
    record Value(Operand operand, boolean comparison) implements Place {}

    /** Behind a condition. */
    record Joint(boolean inBrackets) implements Place {}

    /** Where only these words can stand. */
    record Words(List<String> words) implements Place {}
}
