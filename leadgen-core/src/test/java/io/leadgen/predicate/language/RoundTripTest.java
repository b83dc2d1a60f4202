package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.predicate.OperandReplacer;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printed predicates can be read again and mean the same: answers show canonical texts, and people repeat them. */
class RoundTripTest {
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    static List<String> accepted() {
        return new GoldenFile("accepted.txt").inputs();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsPrintedPredicates(String text) {
        Predicate bound = People.bind(text);
        assertThat(People.bind(PredicatePrinter.text(bound))).isEqualTo(bound);
        Predicate canonical = canonicalizer.canonicalize(bound);
        String printed = PredicatePrinter.text(canonical);
        assertThat(People.bind(printed)).isEqualTo(canonical);
        assertThat(canonicalizer.canonicalize(People.bind(printed))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void staysTheSameOverTheSameOperands(String text) {
        Predicate bound = People.bind(text);
        assertThat(bound.accept(new OperandReplacer(operand -> operand))).isEqualTo(bound);
    }
}
