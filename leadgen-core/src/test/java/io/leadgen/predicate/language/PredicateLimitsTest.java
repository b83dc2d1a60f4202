package io.leadgen.predicate.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateLimitsTest {
    private static final PredicateLimits SMALL = new PredicateLimits(60, 20, 3, 4, 3);

    private static Diagnostic rejection(PredicateLimits limits, String text) {
        LeadgenException e =
                catchThrowableOfType(LeadgenException.class, () -> new PredicateParser(limits).parse(text));
        assertThat(e.code()).isEqualTo(ErrorCode.PREDICATE_TOO_LARGE);
        assertThat(e.diagnostics()).hasSize(1);
        return e.diagnostics().get(0);
    }

    private static void accepts(PredicateLimits limits, String text) {
        assertThatCode(() -> new PredicateParser(limits).parse(text)).doesNotThrowAnyException();
    }

    private static String repeat(String what, int times, String separator) {
        return String.join(separator, Collections.nCopies(times, what));
    }

    @Test
    void boundsCharacters() {
        accepts(SMALL, "a = '" + "x".repeat(54) + "'");
        Diagnostic diagnostic = rejection(SMALL, "a = '" + "x".repeat(55) + "'");
        assertThat(diagnostic.from()).isEqualTo(60);
        assertThat(diagnostic.to()).isEqualTo(61);
    }

    @Test
    void boundsTokens() {
        accepts(new PredicateLimits(1000, 19, 3, 5, 9), repeat("a = 1", 5, " OR "));
        assertThat(rejection(new PredicateLimits(1000, 18, 3, 5, 9), repeat("a = 1", 5, " OR ")))
                .extracting(Diagnostic::from)
                .isEqualTo(repeat("a = 1", 5, " OR ").length() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "(((a))), ((((a)))), 3",
        "lower(trim(upper(a))) = 'x', lower(trim(upper(trim(a)))) = 'x', 21",
        "NOT NOT NOT NOT a, NOT NOT NOT NOT NOT a, 16",
        "((NOT NOT a)), ((NOT NOT NOT a)), 10",
        "(a) AND (b) AND (c) AND (d), ((a)) AND ((((b)))), 13"
    })
    void boundsDepth(String good, String bad, int from) {
        accepts(SMALL, good);
        assertThat(rejection(SMALL, bad).from()).isEqualTo(from);
    }

    @Test
    void boundsConditions() {
        accepts(SMALL, "a AND (b OR NOT c) AND d = 1");
        assertThat(rejection(SMALL, "a AND (b OR NOT c) AND d = 1 AND e LIKE 'x'")
                        .from())
                .isEqualTo(33);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e NOT IN (1)",
                "e NOT LIKE 'x'",
                "e NOT BETWEEN 1 AND 2",
                "e IS NOT NULL",
                "e IS NOT TRUE",
                "e IS NOT DISTINCT FROM 1",
                "(e IS NOT NULL)",
                "NOT e IS NOT NULL"
            })
    void countsNegatedConditions(String condition) {
        PredicateLimits three = new PredicateLimits(1000, 100, 8, 3, 3);
        accepts(three, repeat(condition, 3, " OR "));
        rejection(three, repeat(condition, 4, " OR "));
    }

    @Test
    void boundsValuesOfEachList() {
        accepts(SMALL, "a IN (1, 2, 3) OR b IN (1, 2, 3)");
        assertThat(rejection(SMALL, "a IN (1, 2, 3, 4)").from()).isEqualTo(15);
    }

    @Test
    void growsWithTheClassOfTheCaller() {
        assertThat(PredicateLimits.of(64, 200)).isEqualTo(PredicateLimits.UNTRUSTED);
        PredicateLimits trusted = PredicateLimits.of(256, 1000);
        accepts(
                trusted,
                repeat("income_level = 'x'", 255, " AND ") + " AND a IN (" + repeat("12345", 1000, ", ") + ")");
        assertThatIllegalArgumentException().isThrownBy(() -> PredicateLimits.of(0, 1));
    }
}
