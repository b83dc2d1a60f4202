package io.leadgen.privacy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadgen.warehouse.Measure.CentredSum;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void refusesWhatIsNoRange() {
        double[][] none = {
            {1, 1},
            {2, 1},
            {Double.NaN, 1},
            {0, Double.POSITIVE_INFINITY},
            {-1.7e308, 1.7e308},
            {0, 4.9e-324},
            {1e16, 1e16 + 2}
        };
        for (double[] ends : none) {
            assertThatThrownBy(() -> new Bounds(ends[0], ends[1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The promise on which the noise rests, in the arithmetic that engines do. */
    @Test
    void keepsEveryStepWithinTheSensitivity() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double lower = Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
            double width = Math.abs(lower) * Math.scalb(1 + random.nextDouble(), random.nextInt(60) - 28);
            Bounds bounds = new Bounds(lower, lower + width);
            for (double end : new double[] {bounds.lower(), bounds.upper()}) {
                double steps = Math.floor((end - bounds.midpoint()) / bounds.halfWidth() * CentredSum.STEPS + 0.5);
                assertThat(Math.abs(steps)).isLessThanOrEqualTo(CentredSum.STEPS);
            }
        }
    }
}
