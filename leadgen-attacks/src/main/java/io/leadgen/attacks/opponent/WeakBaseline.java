package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
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

    @Override
    public String label() {
        return label;
    }

    @Override
    public Oracle over(World world, RandomGenerator noise) {
        return new WeakOracle(world, this, noise);
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
