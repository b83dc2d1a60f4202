package io.leadgen.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCategory;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.tests.generate.PredicateGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Text and tree are two sides of one thing. */
class PredicateTextTest {
    private static final int PREDICATES = 1500;
    private static final TableSchema SCHEMA = PredicateGenerator.everyType();

    private final PredicateParser parser = new PredicateParser(PredicateLimits.of(1000, 1000));
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    private Predicate read(String text) {
        return new PredicateBinder().bind(parser.parse(text), SCHEMA, Set.of(), LocalDate.of(2024, 1, 1));
    }

    @Test
    void aCanonicalFormIsReadBackAsItIs() {
        PredicateGenerator generator = new PredicateGenerator(SCHEMA, 1);
        for (int i = 0; i < PREDICATES; i++) {
            Predicate form = canonicalizer.canonicalize(generator.predicate());
            String text = PredicatePrinter.text(form);
            assertThat(read(text)).as(text).isEqualTo(form);
        }
    }

    @Test
    void whatPeopleWriteMeansWhatItSays() {
        PredicateGenerator generator = new PredicateGenerator(SCHEMA, 2);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < PREDICATES; i++) {
            PredicateGenerator.Written written = generator.text();
            try {
                assertThat(canonicalizer.canonicalize(read(written.text())))
                        .as(written.text())
                        .isEqualTo(canonicalizer.canonicalize(written.meaning()));
            } catch (LeadgenException e) {
                refused.add(e.getMessage() + ": " + written.text());
            }
        }
        assertThat(refused).hasSizeLessThan(PREDICATES / 20);
    }

    @Test
    void aMutationIsReadOrRefusedInWords() {
        PredicateGenerator generator = new PredicateGenerator(SCHEMA, 3);
        int refused = 0;
        for (int i = 0; i < PREDICATES; i++) {
            String mutated = generator.mutate(generator.text().text());
            try {
                read(mutated);
            } catch (LeadgenException e) {
                assertThat(e.code().category()).isEqualTo(ErrorCategory.CALLER);
                assertThat(e.diagnostics()).isNotEmpty();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(PREDICATES / 2);
    }

    @Test
    void differentTreesHaveDifferentTexts() {
        PredicateGenerator generator = new PredicateGenerator(SCHEMA, 4);
        Map<String, Predicate> byText = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            Predicate predicate = generator.predicate(1 + i % 3);
            assertThat(byText.merge(PredicatePrinter.text(predicate), predicate, (known, again) -> known))
                    .isEqualTo(predicate);
        }
    }

    /** Part of the contract: whoever reports a seed can be helped on another machine. */
    @Test
    void aSeedAlwaysMeansTheSame() {
        PredicateGenerator one = new PredicateGenerator(SCHEMA, 5);
        PredicateGenerator other = new PredicateGenerator(SCHEMA, 5);
        for (int i = 0; i < 100; i++) {
            assertThat(one.text()).isEqualTo(other.text());
            assertThat(one.row()).isEqualTo(other.row());
        }
        assertThat(PredicatePrinter.text(new PredicateGenerator(SCHEMA, 6).predicate(2)))
                .isEqualTo("date_trunc('DAY', c_date) = DATE '9999-12-31' AND c_smallint >= -32767");
    }
}
