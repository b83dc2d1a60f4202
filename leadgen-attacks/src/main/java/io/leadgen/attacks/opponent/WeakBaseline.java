package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import java.util.random.RandomGenerator;

/**
 * How not to do it: five ways to protect people that are in use and do not protect them. They are here to be broken, which
 * shows that the attacks are attacks.
 */
public enum WeakBaseline implements Opponent {
    /** Every number as it is. */
    RAW,
    /** Every number as it is, unless it is about fewer than 50 people. */
    K_50,
    /** Every number rounded to the nearest ten. */
    ROUND_10,
    /** New noise for every run, and no budget. */
    FRESH_NOISE,
    /** The same noise whenever the same text is asked, and no budget. */
    STICKY_NOISE;

    private static final int CROWD = 150;

    /** Nobody stops an attacker here, but more questions would not make it clearer. */
    @Override
    public Facts facts() {
        return switch (this) {
            case RAW -> new Facts("raw", 1, CROWD, 0, 80);
            case K_50 -> new Facts("k>=50", 50, CROWD, 0, 80);
            case ROUND_10 -> new Facts("round-10", 5, CROWD, 2.9, 480);
            case FRESH_NOISE -> new Facts("fresh noise", 1, CROWD, 2, 100);
            case STICKY_NOISE -> new Facts("sticky noise", 1, CROWD, 2, 100);
        };
    }

    @Override
    public Oracle over(World world, RandomGenerator noise) {
        return new WeakOracle(world, this, noise);
    }
}
