package io.leadgen.question.answer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far people get.
 *
 * @param start everyone who matches the predicate
 * @param steps in their order; numbers never increase
 */
public record AudienceFunnel(NoisyCount start, List<Step> steps, ReleaseInfo terms) {
    public AudienceFunnel {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param predicate its predicate as it was written
     * @param size how many people reach it
     * @param share of those who reach the step before (of everyone, for the first one), 0 to 1; null if either is suppressed
     * @param shareOfFirst of those who reach the first step, 0 to 1; null if either is suppressed
     */
    public record Step(
            String predicate,
            NoisyCount size,
            @Nullable BigDecimal share,
            @Nullable BigDecimal shareOfFirst) {}
}
