package io.leadgen.attacks.audit;

import io.leadgen.attacks.game.Attack;
import io.leadgen.attacks.game.Evidence;
import io.leadgen.attacks.game.Evidence.Accuracy;
import io.leadgen.attacks.game.Evidence.Audit;
import io.leadgen.attacks.game.Rounds;
import io.leadgen.attacks.guess.LeastSquares;
import io.leadgen.attacks.opponent.LeadgenOpponent;
import io.leadgen.attacks.opponent.LeadgenOracle;
import io.leadgen.attacks.world.Engine;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.fixture.TableData;
import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Asks one whole budget of mixed questions, once, over a table in which each of a thousand people is there or not by a coin, and guesses
 * of those whom the answers say most about. The bound on epsilon that follows is about presence, and it is a lower one: it shows
 * what is broken, and never that nothing is.
 */
public final class OneRunAudit implements Attack {
    private static final int CANARIES = 1_000;
    /** Of a quarter the attacker says that they are there, of a quarter that they are not. */
    private static final int GUESSES_OF_EACH = CANARIES / 4;

    private static final double VARIANCE_OF_A_COIN = 0.25;

    private final List<Person> others;
    private final Reader reader;

    /** What the table is read by. */
    @FunctionalInterface
    public interface Reader {
        Evidence with(TableData table, Function<Warehouse, Evidence> work);
    }

    /** @param others people who are there in any case */
    public OneRunAudit(List<Person> others) {
        this(others, Engine.DUCKDB::with);
    }

    /** The same, over another engine. */
    public OneRunAudit(List<Person> others, Reader reader) {
        this.others = List.copyOf(others);
        this.reader = reader;
    }

    @Override
    public String name() {
        return "one-run-audit";
    }

    @Override
    public Evidence attack(LeadgenOpponent opponent, Rounds rounds) {
        SplittableRandom random = rounds.random(name(), 0);
        List<Person> canaries = Canaries.invented(CANARIES, random);
        boolean[] present = new boolean[CANARIES];
        List<Person> people = new ArrayList<>(others);
        for (int i = 0; i < CANARIES; i++) {
            present[i] = random.nextBoolean();
            if (present[i]) {
                people.add(canaries.get(i));
            }
        }
        TableData table = World.table(0, people.toArray(Person[]::new));
        return reader.with(table, warehouse -> {
            LeadgenOracle oracle = opponent.over(warehouse, World.POLICY, random.split());
            List<Probe> probes = new Questioning(oracle, random).all();
            PrivacyLoss spent = PrivacyLoss.of(oracle.spent().rho());
            Guarantee promised = Guarantee.ofAny(spent);
            return new Audit(
                    guesses(scores(canaries, probes), present), CANARIES, promised.epsilon(), promised.delta());
        });
    }

    /** How far the answers move each person's being there from a coin: the best linear estimate from all of them together. */
    private double[] scores(List<Person> canaries, List<Probe> probes) {
        LeastSquares distances = new LeastSquares(canaries.size(), 1 / VARIANCE_OF_A_COIN);
        for (Probe probe : probes) {
            double expected = others.stream().mapToDouble(probe.share()).sum();
            double[] weights = new double[canaries.size()];
            for (int i = 0; i < weights.length; i++) {
                double share = probe.share().applyAsDouble(canaries.get(i));
                expected += share / 2;
                weights[i] = share / probe.sigma();
            }
            distances.add(weights, (probe.value() - expected) / probe.sigma());
        }
        return distances.solution();
    }

    private static Accuracy guesses(double[] scores, boolean[] present) {
        int[] ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
        int right = 0;
        for (int i = 0; i < GUESSES_OF_EACH; i++) {
            right += present[ascending[i]] ? 0 : 1;
            right += present[ascending[ascending.length - 1 - i]] ? 1 : 0;
        }
        return new Accuracy(right, 2 * GUESSES_OF_EACH, null);
    }
}
