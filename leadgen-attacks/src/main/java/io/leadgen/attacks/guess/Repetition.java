package io.leadgen.attacks.guess;

import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.privacy.policy.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One question, asked until its answers have been averaged, or until it is clear that they are one answer. */
final class Repetition {
    /** After so many equal answers, there is only one answer. */
    private static final int CONVINCING = 24;

    private static final List<Principal> ASKERS =
            IntStream.range(0, 5).mapToObj(i -> Principal.of("attacker " + i)).toList();

    private Repetition() {}

    /**
     * The mean of the answers; 0 if there are none.
     *
     * @param most how often to ask
     */
    static double mean(Oracle oracle, int most, IntFunction<String> spelling) {
        double sum = 0;
        int answers = 0;
        Set<Double> different = new HashSet<>();
        for (int i = 0; i < most && (i < CONVINCING || different.size() > 1); i++) {
            OracleAnswer reply = oracle.count(ASKERS.get(i % ASKERS.size()), spelling.apply(i));
            if (reply instanceof OracleAnswer.Value number) {
                sum += number.value();
                answers++;
                different.add(number.value());
            }
        }
        return sum / Math.max(1, answers);
    }
}
