package io.leadgen.attacks.game;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/** What an attack has shown. */
public sealed interface Evidence {

    /** Whether the promise holds: nothing was learned beyond what the theorem allows. */
    boolean keepsThePromise();

    /**
     * Guesses of a fair coin.
     *
     * @param right how many were right
     * @param trials how many there were
     * @param ceiling how often they can be right at most, from what was spent; null where nothing is promised
     */
    record Accuracy(int right, int trials, @Nullable Double ceiling) implements Evidence {
        /** The confidence of the interval that is shown. */
        public static final double CONFIDENCE = 0.99;

        /** The chance at most that a verdict is wrong by bad luck. */
        public static final double FALSE_ALARM = 1e-6;

        /** A baseline is broken where guesses are right more often than this. */
        public static final double BROKEN = 0.75;

        public Accuracy {
            if (trials < 1 || right < 0 || right > trials) {
                throw new IllegalArgumentException("right guesses among the trials");
            }
        }

        public double accuracy() {
            return (double) right / trials;
        }

        /** The lower end of the exact interval (Clopper and Pearson 1934). */
        public double low() {
            return lower((1 - CONFIDENCE) / 2);
        }

        public double high() {
            double tail = (1 - CONFIDENCE) / 2;
            return right == trials
                    ? 1
                    : BetaDistribution.of(right + 1.0, trials - right).inverseSurvivalProbability(tail);
        }

        private double lower(double tail) {
            return right == 0
                    ? 0
                    : BetaDistribution.of(right, trials - right + 1.0).inverseCumulativeProbability(tail);
        }

        /** Holds unless the true accuracy is above the ceiling for all but certain: an optimal attack is at it. */
        @Override
        public boolean keepsThePromise() {
            return ceiling == null || lower(FALSE_ALARM) <= ceiling;
        }

        /** Whether the opponent is broken: guesses were right far more often than chance allows. */
        public boolean breaks() {
            return lower(FALSE_ALARM) > BROKEN;
        }
    }

    /**
     * An audit in one run (Steinke, Nasr and Jagielski 2023): many people are each there or not by a fair coin of their own, and the
     * attacker guesses of those of whom it is surest. Under (epsilon, delta)-differential privacy no more guesses are right than coins
     * that show heads with a chance of e^epsilon / (1 + e^epsilon), except with a small chance that delta brings.
     *
     * @param guesses without a ceiling of their own
     * @param people who were there or not
     * @param epsilon what is promised of a person's presence
     * @param delta the chance that epsilon does not hold
     */
    record Audit(Accuracy guesses, int people, double epsilon, double delta) implements Evidence {
        /** The confidence of the bound that is shown. */
        public static final double CONFIDENCE = 0.95;

        /** What epsilon is at least, with {@link #CONFIDENCE}. */
        public double epsilonAtLeast() {
            return epsilonAtLeast(1 - CONFIDENCE);
        }

        private double epsilonAtLeast(double tail) {
            double right = guesses.lower(Math.max(1e-12, tail - 2 * people * delta));
            return right <= 0.5 ? 0 : Math.log(right / (1 - right));
        }

        @Override
        public boolean keepsThePromise() {
            return epsilonAtLeast(Accuracy.FALSE_ALARM + 2 * people * delta) <= epsilon;
        }
    }

    /**
     * A search for what must not be there.
     *
     * @param found how much of it was found
     * @param probes in how many places was looked
     * @param what what was looked for, in the plural
     */
    record Leaks(int found, int probes, String what) implements Evidence {
        @Override
        public boolean keepsThePromise() {
            return found == 0;
        }
    }
}
