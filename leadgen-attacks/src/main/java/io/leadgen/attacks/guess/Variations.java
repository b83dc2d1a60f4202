package io.leadgen.attacks.guess;

import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.privacy.policy.Principal;

/** One question about everyone in ever new guises: different conditions that hold for the same people. */
final class Variations {
    private static final int MORE_THAN_ANYBODY = 1000;

    private final Oracle oracle;
    private final int limit;
    private int asked;

    Variations(Opponent opponent, Oracle oracle) {
        this.oracle = oracle;
        this.limit = opponent.facts().questions();
    }

    private String next() {
        return "visits < " + (MORE_THAN_ANYBODY + ++asked);
    }

    /** What the answers say in sum beyond so many people each, until there are no more answers that are worth it. */
    double excess(Principal who, double people) {
        double excess = 0;
        while (asked < limit && oracle.count(who, next()) instanceof OracleAnswer.Value number && !number.coarse()) {
            excess += number.value() - people;
        }
        return excess;
    }

    /** The same for the differences that are left when the target is taken out. */
    double excessOfPairs(Principal who, String target, double people) {
        double excess = 0;
        while (asked < limit) {
            String all = next();
            if (oracle.count(who, all) instanceof OracleAnswer.Value with
                    && !with.coarse()
                    && oracle.count(who, all + " AND NOT (" + target + ")") instanceof OracleAnswer.Value without
                    && !without.coarse()) {
                excess += with.value() - without.value() - people;
            } else {
                break;
            }
        }
        return excess;
    }

    int asked() {
        return asked;
    }
}
