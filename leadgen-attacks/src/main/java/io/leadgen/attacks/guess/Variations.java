package io.leadgen.attacks.guess;

import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.util.Map;

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

    /** How many more people than others have a secret, summed over breakdowns by it. */
    double excessOfSecrets(Principal who) {
        double excess = 0;
        while (asked < limit) {
            Map<String, OracleAnswer> bySecret = oracle.segments(who, "secret", next());
            if (bySecret.get("true") instanceof OracleAnswer.Value with
                    && !with.coarse()
                    && bySecret.get("false") instanceof OracleAnswer.Value without
                    && !without.coarse()) {
                excess += with.value() - without.value();
            } else {
                break;
            }
        }
        return excess;
    }

    /** What the means of a column say in sum beyond a value each. */
    double excessOfMeans(Principal who, String column, double mean) {
        double excess = 0;
        while (asked < limit
                && oracle.metric(who, MetricType.AVG, column, next()) instanceof OracleAnswer.Value number
                && !number.coarse()) {
            excess += number.value() - mean;
        }
        return excess;
    }

    int asked() {
        return asked;
    }
}
