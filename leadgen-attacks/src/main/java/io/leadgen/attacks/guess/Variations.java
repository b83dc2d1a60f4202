package io.leadgen.attacks.guess;

import io.leadgen.attacks.opponent.Opponent;
import io.leadgen.attacks.opponent.Oracle;
import io.leadgen.attacks.opponent.OracleAnswer;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        return sum(people, () -> fine(oracle.count(who, next())));
    }

    /** The same for the differences that are left when the target is taken out. */
    double excessOfPairs(Principal who, String target, double people) {
        return sum(people, () -> {
            String all = next();
            return difference(oracle.count(who, all), () -> oracle.count(who, all + " AND NOT (" + target + ")"));
        });
    }

    /** How many more people than others have a secret, summed over breakdowns by it. */
    double excessOfSecrets(Principal who) {
        return sum(0, () -> {
            Map<String, OracleAnswer> bySecret = oracle.segments(who, "secret", next());
            return difference(bySecret.get("true"), () -> bySecret.get("false"));
        });
    }

    /** The same, over lists of counts that nobody can all be in, so that two of three are paid for. */
    double excessOfLists(Principal who) {
        return sum(0, () -> {
            String everyone = next();
            List<OracleAnswer> bySecret = oracle.counts(
                    who,
                    Stream.of("secret = TRUE", "secret = FALSE", "secret IS NULL")
                            .map(secret -> everyone + " AND " + secret)
                            .toList());
            return difference(bySecret.get(0), () -> bySecret.get(1));
        });
    }

    /** What the means of a column say in sum beyond a value each. */
    double excessOfMeans(Principal who, String column, double mean) {
        return sum(mean, () -> fine(oracle.metric(who, MetricType.AVG, column, next())));
    }

    private double sum(double each, Supplier<OptionalDouble> question) {
        double excess = 0;
        while (asked < limit) {
            OptionalDouble answer = question.get();
            if (answer.isEmpty()) {
                break;
            }
            excess += answer.getAsDouble() - each;
        }
        return excess;
    }

    private static OptionalDouble difference(@Nullable OracleAnswer with, Supplier<@Nullable OracleAnswer> without) {
        OptionalDouble one = fine(with);
        OptionalDouble other = one.isEmpty() ? one : fine(without.get());
        return other.isEmpty() ? other : OptionalDouble.of(one.getAsDouble() - other.getAsDouble());
    }

    /** A number with no more noise than requested; others are not worth asking for. */
    private static OptionalDouble fine(@Nullable OracleAnswer answer) {
        return answer instanceof OracleAnswer.Value number && !number.coarse()
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    int asked() {
        return asked;
    }
}
