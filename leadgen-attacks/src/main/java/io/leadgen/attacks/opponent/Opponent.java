package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import java.util.random.RandomGenerator;

/** A way to answer, with what an attacker knows from its documentation. */
public interface Opponent {
    /** As results name it. */
    String label();

    /** Opens it over a world, with nothing asked and nothing spent. */
    Oracle over(World world, RandomGenerator noise);

    /** The size of an audience at which answers change their form: the smallest that is answered, or that is rounded up. */
    int edge();

    /** A size that is certainly answered. */
    int crowd();

    /** The standard deviation of the noise of a count. */
    double noise();

    /** How many questions are enough for one game, if no budget ends it before. */
    int questions();
}
