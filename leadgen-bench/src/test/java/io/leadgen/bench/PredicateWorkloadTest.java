package io.leadgen.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure "for 64 comparisons" is about 64 comparisons, and all of them get as far as the SQL. */
class PredicateWorkloadTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 64})
    void hasSoManyComparisons(int comparisons) {
        String text = PredicateWorkload.predicate(comparisons);
        new PredicateParser(limits(comparisons)).parse(text);
        if (comparisons > 1) {
            PredicateParser tooNarrow = new PredicateParser(limits(comparisons - 1));
            assertThrows(LeadgenException.class, () -> tooNarrow.parse(text));
        }
    }

    private static PredicateLimits limits(int comparisons) {
        PredicateLimits limits = PredicateLimits.UNTRUSTED;
        return new PredicateLimits(
                limits.characters(), limits.tokens(), limits.depth(), comparisons, limits.inValues());
    }

    @Test
    void losesNoneWhenMadeCanonical() {
        PredicateLatencyBenchmark benchmark = benchmark(64);
        Predicate.And groups = (Predicate.And) benchmark.stage5Canonicalize();
        assertEquals(22, groups.operands().size());
        assertTrue(benchmark.textToSql().binds().size() >= 64 - 2 * 6, "all but IS TRUE and IS NULL bind a value");
    }

    @Test
    void stepsAndTheWholeWayGiveTheSameSql() {
        PredicateLatencyBenchmark benchmark = benchmark(10);
        assertEquals(benchmark.stage7Render().text(), benchmark.textToSql().text());
    }

    private static PredicateLatencyBenchmark benchmark(int comparisons) {
        PredicateLatencyBenchmark benchmark = new PredicateLatencyBenchmark();
        benchmark.comparisons = comparisons;
        benchmark.columns = 64;
        benchmark.prepare();
        return benchmark;
    }
}
