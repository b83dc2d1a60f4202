package io.leadgen.runtime.audiences;

import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import java.util.List;

/**
 * How one canonical condition differs from another, by the parts that AND holds together.
 *
 * @param onlyFirst parts of the first that the second does not have, in the predicate language
 * @param onlySecond parts of the second that the first does not have
 * @param both parts of both
 * @param same whether the two are known to select the same rows, however they are written
 */
public record ConditionDifference(List<String> onlyFirst, List<String> onlySecond, List<String> both, boolean same) {
    public ConditionDifference {
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
        both = List.copyOf(both);
    }

    /** The difference of two canonical conditions. */
    public static ConditionDifference of(Predicate first, Predicate second) {
        List<String> ofFirst = parts(first);
        List<String> ofSecond = parts(second);
        return new ConditionDifference(
                without(ofFirst, ofSecond),
                without(ofSecond, ofFirst),
                ofFirst.stream().filter(ofSecond::contains).toList(),
                key(first).equals(key(second)));
    }

    private static List<String> without(List<String> parts, List<String> others) {
        return parts.stream().filter(part -> !others.contains(part)).toList();
    }

    private static String key(Predicate condition) {
        return new PredicateCanonicalizer().keyed(condition).key();
    }

    private static List<String> parts(Predicate condition) {
        if (condition instanceof Predicate.And and) {
            return and.operands().stream().map(PredicatePrinter::text).toList();
        }
        return condition == Predicate.Constant.TRUE ? List.of() : List.of(PredicatePrinter.text(condition));
    }
}
