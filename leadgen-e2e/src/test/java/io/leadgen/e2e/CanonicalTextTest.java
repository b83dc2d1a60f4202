package io.leadgen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableSchema;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.tests.generate.PredicateGenerator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A canonical predicate, printed and asked again, is the same question: it has the same canonical form, and so the same key. */
class CanonicalTextTest {
    private static final int PREDICATES = 3_000;

    private final TableSchema schema = PredicateGenerator.everyType();
    private final PredicateParser parser = new PredicateParser(PredicateLimits.of(1_000, 1_000));
    private final PredicateBinder binder = new PredicateBinder();
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    @Test
    void printingAndParsingGivesTheCanonicalFormAgain() {
        PredicateGenerator generator = new PredicateGenerator(schema, 4);
        int questions = 0;
        for (int i = 0; i < PREDICATES; i++) {
            Optional<Predicate> bound = bind(generator.text().text());
            if (bound.isEmpty()) {
                continue; // The generator does not know every rule of types.
            }
            Predicate canonical = canonicalizer.canonicalize(bound.get());
            String text = PredicatePrinter.text(canonical);
            Optional<Predicate> again = bind(text);
            assertThat(again).as(text).map(canonicalizer::canonicalize).contains(canonical);
            questions += canonical instanceof Predicate.Constant ? 0 : 1;
        }
        assertThat(questions).as("predicates that are not just TRUE or FALSE").isGreaterThan(2_000);
    }

    private Optional<Predicate> bind(String text) {
        try {
            return Optional.of(binder.bind(parser.parse(text), schema, Set.of(), LocalDate.of(2026, 3, 31)));
        } catch (LeadgenException e) {
            return Optional.empty();
        }
    }
}
