package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.parse.PredicateComposer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateComposerTest {
    private static final int ROUNDS = 400;

    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    @Test
    void joinsTheMeaningOfTheParts() {
        List<String> texts = new GoldenFile("accepted.txt").inputs();
        Random random = new Random(2026);
        for (int i = 0; i < ROUNDS; i++) {
            String left = texts.get(random.nextInt(texts.size()));
            String right = texts.get(random.nextInt(texts.size()));
            if (left.length() + right.length() > 1000) {
                continue; // those at the limits
            }
            Predicate one = People.bind(left);
            Predicate other = People.bind(right);
            assertMeans(PredicateComposer.and(left, right), new Predicate.And(List.of(one, other)));
            assertMeans(PredicateComposer.or(left, right), new Predicate.Or(List.of(one, other)));
            assertMeans(PredicateComposer.not(left), new Predicate.Not(one));
        }
    }

    private void assertMeans(String text, Predicate meaning) {
        assertThat(canonicalizer.canonicalize(People.bind(text)))
                .as(text)
                .isEqualTo(canonicalizer.canonicalize(meaning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "age > 25              | vip                  | age > 25 AND vip",
                "age > 25 OR consent   | vip                  | (age > 25 OR consent) AND vip",
                "age > 25 AND consent  | vip                  | age > 25 AND consent AND vip",
                "age BETWEEN 1 AND 2   | city = ') OR ('      | age BETWEEN 1 AND 2 AND city = ') OR ('",
                "(age > 25 OR consent) | (vip)                | (age > 25 OR consent) AND (vip)",
                "(age > 25) OR (consent) | vip               | ((age > 25) OR (consent)) AND vip",
            })
    void addsBracketsOnlyWhereNeeded(String left, String right, String both) {
        assertThat(PredicateComposer.and(left, right)).isEqualTo(both);
    }

    @Test
    void joinsWithOrAndNegates() {
        assertThat(PredicateComposer.or("age > 25 AND vip", " consent\n")).isEqualTo("(age > 25 AND vip) OR consent");
        assertThat(PredicateComposer.not("age > 25 OR vip")).isEqualTo("NOT (age > 25 OR vip)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vip) OR (consent",
                "vip -- ",
                "vip /*",
                "city = 'x",
                "`vip",
                "(vip",
                "vip)",
                "",
                "vip OR",
                "AND vip"
            })
    void rejectsPartsThatAreNotPredicates(String part) {
        assertThatThrownBy(() -> PredicateComposer.and("age > 25", part))
                .isInstanceOfSatisfying(
                        LeadgenException.class,
                        error -> assertThat(error.diagnostics())
                                .isNotEmpty()
                                .allSatisfy(finding -> assertThat(finding.to()).isLessThanOrEqualTo(part.length())));
        assertThatThrownBy(() -> PredicateComposer.or(part, "age > 25")).isInstanceOf(LeadgenException.class);
        assertThatThrownBy(() -> PredicateComposer.not(part)).isInstanceOf(LeadgenException.class);
    }
}
