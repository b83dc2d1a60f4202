package io.leadgen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges hold nearly everyone, or are refused, whatever shape a column has. */
class ColumnRangeTest {
    private static final Grid.Logarithmic GRID = new Grid.Logarithmic();
    private static final double[] LOWER_EDGES =
            IntStream.range(0, GRID.size()).mapToDouble(GRID::lowerEdge).toArray();
    private static final int RUNS = 40;

    /** A range as it was released. */
    private record Found(double lower, double upper, double below, double above, double all) {
        double outside() {
            return (below + above) / all;
        }
    }

    enum Column {
        UNIFORM(random -> 500 * random.nextDouble()),
        UNIFORM_FAR_FROM_ZERO(random -> 1_000 + 50 * random.nextDouble()),
        LOG_NORMAL(random -> Math.exp(8 + random.nextGaussian())),
        WIDE_LOG_NORMAL(random -> Math.exp(5 + 2.5 * random.nextGaussian())),
        ZERO_INFLATED(random -> random.nextInt(10) < 8 ? 0 : 40 + 20 * random.nextGaussian()),
        BIMODAL(random -> (random.nextBoolean() ? 3 : 9_000) + random.nextGaussian()),
        NEGATIVE(random -> -100 - 30 * random.nextDouble()),
        AROUND_ZERO(random -> 25 * random.nextGaussian()),
        HEAVY_TAILED(random -> Math.pow(random.nextDouble(), -1 / 1.2)),
        ONE_VALUE(random -> 7);

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final ToDoubleFunction<SplittableRandom> draw;

        Column(ToDoubleFunction<SplittableRandom> draw) {
            this.draw = draw;
        }

        double[] values(int people) {
            SplittableRandom random = new SplittableRandom(name().hashCode() * 31L + people);
            return IntStream.range(0, people)
                    .mapToDouble(i -> draw.applyAsDouble(random))
                    .toArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void holdsNearlyEveryoneOrIsRefusedAndSaysWhoLiesOutside(Column column) {
        for (int people : new int[] {300, 3_000, 30_000, 300_000}) {
            double[] values = column.values(people);
            int found = 0;
            for (int run = 0; run < RUNS; run++) {
                Found range = range(values, CallerClass.UNTRUSTED, run);
                if (range == null) {
                    continue;
                }
                found++;
                double outside = Arrays.stream(values)
                                .filter(value -> value < range.lower || value > range.upper)
                                .count()
                        / (double) people;
                // Twelve noisy numbers at most: five standard deviations of their sum.
                double uncertain = 5 * 40 * Math.sqrt(12) / people;
                assertThat(range.outside())
                        .as("%s of %s: %s", column, people, range)
                        .isCloseTo(outside, within(uncertain));
                assertThat(outside).as("%s of %s: %s", column, people, range).isLessThan(0.05 + uncertain);
                if (people >= 30_000) {
                    assertThat(outside)
                            .as("%s of %s: %s", column, people, range)
                            .isLessThan(0.02);
                }
            }
            // Where there are enough people, a range is found; where there are too few, none.
            assertThat(found).as("%s of %s", column, people).isBetween(people < 10_000 ? 0 : RUNS, RUNS);
        }
    }

    @Test
    void isNotMuchWiderThanThePeopleInIt() {
        Found uniform = range(Column.UNIFORM.values(30_000), CallerClass.UNTRUSTED, 1);
        assertThat(uniform).isNotNull();
        assertThat(uniform.lower).isZero();
        assertThat(uniform.upper).isEqualTo(512);

        Found far = range(Column.UNIFORM_FAR_FROM_ZERO.values(30_000), CallerClass.UNTRUSTED, 1);
        assertThat(far).isNotNull();
        assertThat(far.upper).isBetween(1_050.0, 1_500.0);
    }

    @Test
    void costsTwoHistogramsAndIsNotFoundForNobody() {
        Mechanism range = Mechanism.range(GRID);
        assertThat(range.cost(40)).isEqualTo(PrivacyLoss.of(Rho.ofGaussian(40).times(4)));
        assertThat(range(new double[0], CallerClass.UNTRUSTED, 1)).isNull();
    }

    private static @Nullable Found range(double[] values, CallerClass callerClass, long seed) {
        BigInteger[][] bins = new BigInteger[GRID.size()][];
        long[] counts = new long[GRID.size()];
        for (double value : values) {
            counts[bin(value)]++;
        }
        for (int bin = 0; bin < bins.length; bin++) {
            bins[bin] = new BigInteger[] {BigInteger.valueOf(counts[bin])};
        }
        List<BigDecimal> found = Mechanism.range(GRID)
                .open(callerClass, Precision.MAX, Noise.from(new SplittableRandom(seed)))
                .finish(Aggregate.seal(bins))
                .get(0)
                .cell()
                .details()
                .stream()
                .map(Release.NoisyValue::value)
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        double[] numbers = found.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        return new Found(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    private static int bin(double value) {
        if (value == 0) {
            return Grid.Logarithmic.ZERO;
        }
        int bin = Arrays.binarySearch(LOWER_EDGES, value);
        return Math.max(0, bin >= 0 ? bin : -bin - 2);
    }
}
