package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import java.util.random.RandomGenerator;

/** A way to answer, with what an attacker knows from its documentation. */
public interface Opponent {
    /**
     * What an attacker knows.
     *
     * @param label as results name it
     * @param edge the size of an audience at which answers change their form: the smallest that is answered, or that is rounded up
     * @param crowd a size that is certainly answered
     * @param noise the standard deviation of the noise of a count
     * @param questions how many are enough for one game, if no budget ends it before
     */
    record Facts(String label, int edge, int crowd, double noise, int questions) {}

    Facts facts();

    /** Opens it over a world, with nothing asked and nothing spent. */
    Oracle over(World world, RandomGenerator noise);

    default String label() {
        return facts().label();
    }

    default int crowd() {
        return facts().crowd();
    }
}
