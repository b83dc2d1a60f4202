package io.leadgen.runtime.audiences;

import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import java.util.List;

/**
 * The difference between two canonical predicates, by the operands of AND.
 *
 * @param onlyFirst operands that only the first has, in the predicate language
 * @param onlySecond operands that only the second has
 * @param both operands of both
 * @param same true if both have the same canonical key, so they select the same rows
 */
public record PredicateDifference(List<String> onlyFirst, List<String> onlySecond, List<String> both, boolean same) {
    public PredicateDifference {
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
        both = List.copyOf(both);
    }

    public static PredicateDifference of(Predicate first, Predicate second) {
        List<String> ofFirst = operands(first);
        List<String> ofSecond = operands(second);
        return new PredicateDifference(
                without(ofFirst, ofSecond),
                without(ofSecond, ofFirst),
                ofFirst.stream().filter(ofSecond::contains).toList(),
                key(first).equals(key(second)));
    }

    private static List<String> without(List<String> operands, List<String> others) {
        return operands.stream().filter(part -> !others.contains(part)).toList();
    }

    private static String key(Predicate predicate) {
        return new PredicateCanonicalizer().keyed(predicate).key();
    }

    private static List<String> operands(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().map(PredicatePrinter::text).toList();
        }
        return predicate == Predicate.Constant.TRUE ? List.of() : List.of(PredicatePrinter.text(predicate));
    }
}
