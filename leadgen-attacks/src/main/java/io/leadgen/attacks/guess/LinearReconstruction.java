package io.leadgen.attacks.guess;

import io.leadgen.attacks.game.Arena;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;

/**
 * Sizes of random sets of people, and least squares over all of them (Dinur and Nissim 2003). Everybody's secret is worked out
 * at once; one person, fixed beforehand, is scored in each game, since guesses about several from the same answers are not
 * independent.
 */
final class LinearReconstruction {
    private static final int PEOPLE = 64;
    /** Half, because a bit is a half, give or take as much, before anything is known. */
    private static final double PRIOR = 0.5;

    private LinearReconstruction() {}

    static boolean play(Arena arena) {
        RandomGenerator random = arena.random();
        Person[] people = new Person[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = Person.KNOWN.at(i + 1).with(random.nextBoolean());
        }
        int crowd = arena.opponent().crowd();
        Oracle oracle = arena.over(World.of(crowd, people));
        double noise = arena.opponent().facts().noise();
        LeastSquares secrets = new LeastSquares(PEOPLE, Math.max(0.01, noise * noise / (PRIOR * PRIOR)));
        for (int i = 0; i < arena.opponent().facts().questions(); i++) {
            double[] chosen = new double[PEOPLE];
            StringJoiner zips = new StringJoiner(", ", "secret = TRUE AND zip IN (0, ", ")");
            int size = 0;
            for (int person = 0; person < PEOPLE; person++) {
                if (random.nextBoolean()) {
                    chosen[person] = 1;
                    zips.add(Integer.toString(person + 1));
                    size++;
                }
            }
            if (!(oracle.count(GuessingGame.ATTACKER, zips.toString()) instanceof OracleAnswer.Value number)
                    || number.coarse()) {
                break;
            }
            secrets.add(chosen, number.value() - crowd - PRIOR * size);
        }
        return arena.guess(secrets.solution()[0]) == people[0].secret();
    }
}
