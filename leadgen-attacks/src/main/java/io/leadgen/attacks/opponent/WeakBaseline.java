package io.leadgen.attacks.opponent;

import io.leadgen.attacks.opponent.OracleAnswer.Value;
import io.leadgen.attacks.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How not to do it: five ways to protect people that are in use and do not protect them. They are here to be broken, which
 * shows that the attacks are attacks.
 */
public enum WeakBaseline implements Opponent {
    /** Every number as it is. */
    RAW("raw", 1, 0, 80),
    /** Every number as it is, unless it is about fewer than 50 people. */
    K_50("k>=50", 50, 0, 80),
    /** Every number rounded to the nearest ten. */
    ROUND_10("round-10", 5, 2.9, 480),
    /** New noise for every run, and no budget. */
    FRESH_NOISE("fresh noise", 1, 2, 100),
    /** The same noise whenever the same text is asked, and no budget. */
    STICKY_NOISE("sticky noise", 1, 2, 100);

    private static final int CROWD = 150;

    private final String label;
    private final int edge;
    private final double sigma;
    /** Nobody stops an attacker here, but more would not make it clearer. */
    private final int questions;

    WeakBaseline(String label, int edge, double sigma, int questions) {
        this.label = label;
        this.edge = edge;
        this.sigma = sigma;
        this.questions = questions;
    }

    /** What a baseline discloses of a true value. */
    interface Disclosure {
        /**
         * Answers.
         *
         * @param people how many people the value is about
         * @param question the question's text
         */
        OracleAnswer of(double value, int people, String question);
    }

    private Disclosure disclosure(RandomGenerator noise) {
        Map<String, Double> known = new HashMap<>();
        return (value, people, question) -> switch (this) {
            case RAW -> new Value(value, false);
            case K_50 -> people < edge ? new OracleAnswer.Suppressed() : new Value(value, false);
            case ROUND_10 -> new Value(10.0 * Math.round(value / 10), false);
            case FRESH_NOISE -> new Value(noisy(value, noise), false);
            case STICKY_NOISE -> new Value(value + known.computeIfAbsent(question, unknown -> noisy(0, noise)), false);
        };
    }

    private double noisy(double value, RandomGenerator noise) {
        return Math.rint(value + sigma * noise.nextGaussian());
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Oracle over(World world, RandomGenerator noise) {
        return new WeakOracle(world, disclosure(noise));
    }

    @Override
    public int edge() {
        return edge;
    }

    @Override
    public int crowd() {
        return CROWD;
    }

    @Override
    public double noise() {
        return sigma;
    }

    @Override
    public int questions() {
        return questions;
    }
}
