package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on related tables: what they mean, and what is wrong with others. */
class RelatedPredicatesTest {
    private static final PredicateCanonicalizer CANONICALIZER = new PredicateCanonicalizer();
    private static final GoldenFile FILE = new GoldenFile("related.txt");

    @Test
    void meansThisOrSaysWhatIsWrong() {
        assertThat(FILE.inputs()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        String before = FILE.content();
        assertThat(FILE.expected(RelatedPredicatesTest::result)).isEqualTo(before);
    }

    private static String result(String text) {
        try {
            return "  " + PredicatePrinter.text(CANONICALIZER.canonicalize(People.bindRelated(text)));
        } catch (LeadgenException e) {
            return GoldenFile.diagnostics(e);
        }
    }

    static List<String> accepted() {
        return FILE.inputs().stream()
                .filter(text -> !result(text).matches("(?s)  [A-Z_]+ \\d+\\.\\.\\d+: .*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void readsPrintedPredicates(String text) {
        Predicate canonical = CANONICALIZER.canonicalize(People.bindRelated(text));
        Predicate again = People.bindRelated(PredicatePrinter.text(canonical));
        assertThat(CANONICALIZER.canonicalize(again)).isEqualTo(canonical);
        assertThat(PredicatePrinter.shape(canonical)).doesNotContain("purchase", "refund");
    }

    /** One question, however it is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "msisdn IN (SELECT msisdn FROM events)"
                        + "| EXISTS (SELECT 1 FROM main.leads.events x WHERE x.msisdn = people.msisdn)",
                "msisdn IN (SELECT msisdn FROM events WHERE kind = 'a' OR kind = 'b')"
                        + "| msisdn IN (SELECT DISTINCT e.msisdn FROM events AS e WHERE e.kind IN ('b', 'a') GROUP BY e.msisdn)",
                "msisdn NOT IN (SELECT msisdn FROM events) | (SELECT COUNT(*) FROM events r WHERE r.msisdn = people.msisdn) = 0",
                "msisdn IN (SELECT msisdn FROM events GROUP BY msisdn HAVING COUNT(*) >= 2 AND COUNT(1) < 3)"
                        + "| (SELECT COUNT(*) FROM events r WHERE people.msisdn = msisdn) = 2",
                "msisdn IN (SELECT msisdn FROM events) AND (SELECT COUNT(*) FROM events r WHERE r.msisdn = people.msisdn) > 2"
                        + "| (SELECT COUNT(1) FROM events r WHERE r.msisdn = people.msisdn) >= 3",
                "msisdn IN (SELECT msisdn FROM events) OR msisdn NOT IN (SELECT msisdn FROM events) | TRUE",
                "(SELECT COUNT(*) FROM events r WHERE r.msisdn = people.msisdn) < 0 | FALSE",
                "(SELECT COUNT(*) FROM events r WHERE r.msisdn = people.msisdn) IS NULL | FALSE"
            })
    void recognizesWhatMeansTheSame(String one, String other) {
        assertThat(CANONICALIZER.keyed(People.bindRelated(one)).key())
                .isEqualTo(CANONICALIZER.keyed(People.bindRelated(other)).key());
    }

    @Test
    void countsConditionsInSubQueriesToo() {
        String many = "kind = 'a' OR amount = 1 OR ".repeat(31) + "kind = 'b'";
        assertThat(result("msisdn IN (SELECT msisdn FROM events WHERE " + many + ")"))
                .doesNotContain("TOO_LARGE");
        assertThat(result("age > 1 AND vip AND msisdn IN (SELECT msisdn FROM events WHERE " + many + ")"))
                .contains("PREDICATE_TOO_LARGE");
    }
}
