package io.leadgen.e2e.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.catalog.TableSchema;
import io.leadgen.e2e.GoldenPredicates;
import io.leadgen.e2e.HostilePredicates;
import io.leadgen.e2e.spark.TwoReaders.Reading;
import io.leadgen.error.Diagnostic;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.tests.generate.PredicateGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever the product accepts, Spark reads as the same tree: no predicate means one thing where it is checked, charged and
 * explained, and another one to who writes SQL.
 */
@Tag("slow")
class SparkDifferentialTest {
    private static final int PREDICATES = 2_500;
    private static final int MUTATIONS_OF_EACH = 5;
    private static final long SEED = 20_261_101;

    /**
     * Accepted here and refused by Spark: no other meaning, but none at all. Nobody's text reaches Spark, so both are kept:
     * an escape character beyond U+FFFF, and a time with a zone but without seconds.
     */
    private static final Set<String> MORE_THAN_SPARK = Set.of(
            "city LIKE '10%' ESCAPE '\uD83D\uDE00'",
            "TIMESTAMP '2024-01-31 00:00:00' = TIMESTAMP '2024-01-31T01:00+01:00'");

    private final TableSchema schema = PredicateGenerator.everyType();
    private final PredicateGenerator generator = new PredicateGenerator(schema, SEED);

    @Test
    void generatedPredicatesMeanTheSameToSpark(TestReporter reporter) {
        TwoReaders readers = new TwoReaders(schema);
        List<Reading> accepted = new ArrayList<>();
        List<Diagnostic> refusals = new ArrayList<>();
        for (int i = 0; i < PREDICATES; i++) {
            String text = generator.text().text();
            try {
                accepted.add(new Reading(text, readers.productOrThrow(text), readers.spark(text)));
            } catch (LeadgenException e) {
                refusals.addAll(e.diagnostics());
            }
        }
        reporter.publishEntry("generated", PREDICATES + ", accepted " + accepted.size());
        // The generator knows the grammar; it does not know all rules of types, for example what fits into coalesce.
        assertThat(refusals).allSatisfy(finding -> assertThat(finding.code()).isEqualTo(ErrorCode.TYPE_MISMATCH));
        assertThat(accepted).hasSizeGreaterThan(PREDICATES * 85 / 100);
        assertSame(accepted.stream());
    }

    @Test
    void mutatedPredicatesThatAreAcceptedMeanTheSameToSpark(TestReporter reporter) {
        TwoReaders readers = new TwoReaders(schema);
        List<Reading> accepted = new ArrayList<>();
        for (int i = 0; i < PREDICATES; i++) {
            String text = generator.text().text();
            for (int j = 0; j < MUTATIONS_OF_EACH; j++) {
                readers.read(generator.mutate(text)).ifPresent(accepted::add);
            }
        }
        reporter.publishEntry("mutated", PREDICATES * MUTATIONS_OF_EACH + ", accepted " + accepted.size());
        assertThat(accepted).hasSizeGreaterThan(PREDICATES * MUTATIONS_OF_EACH / 25);
        assertSame(accepted.stream());
    }

    private static void assertSame(Stream<Reading> readings) {
        assertThat(readings.filter(reading -> !reading.agree())).isEmpty();
    }

    @Test
    void whatTheGoldenFileAcceptsMeansTheSameToSpark() {
        TwoReaders readers = new TwoReaders(GoldenPredicates.SCHEMA);
        List<Reading> readings = new ArrayList<>();
        for (String text : GoldenPredicates.accepted()) {
            readings.add(readers.read(text).orElseThrow(() -> new AssertionError("refused: " + text)));
        }
        assertThat(readings).hasSizeGreaterThan(100);
        assertSame(readings.stream().filter(reading -> !MORE_THAN_SPARK.contains(reading.text())));
        assertThat(readings.stream().filter(reading -> MORE_THAN_SPARK.contains(reading.text())))
                .hasSameSizeAs(MORE_THAN_SPARK)
                .allSatisfy(reading -> assertThat(reading.spark().head()).startsWith("refused: "));
    }

    /** None is accepted; how many of them Spark would have read as something in our language is told for information. */
    @Test
    void nothingThatIsHostileIsAccepted(TestReporter reporter) {
        TwoReaders readers = new TwoReaders(GoldenPredicates.SCHEMA);
        List<String> hostile = Stream.concat(
                        GoldenPredicates.rejected().stream(),
                        Stream.concat(HostilePredicates.INJECTIONS.stream(), HostilePredicates.ODD_STRINGS.stream()))
                .distinct()
                .toList();
        assertThat(hostile)
                .filteredOn(text -> readers.product(text).isPresent())
                .isEmpty();
        List<String> readBySpark = hostile.stream()
                .filter(text -> !readers.spark(text).head().matches("(?s)(refused|other meaning): .*"))
                .toList();
        reporter.publishEntry(
                "hostile", hostile.size() + ", of which Spark reads " + readBySpark.size() + ": " + readBySpark);
    }
}
