package io.leadgen.attacks.opponent;

import io.leadgen.attacks.world.World;
import io.leadgen.catalog.ColumnName;
import io.leadgen.fixture.PredicateEvaluator;
import io.leadgen.fixture.TableData;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.MetricType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Computes the true value and discloses it as its baseline does. */
final class WeakOracle implements Oracle {
    private static final PredicateParser PARSER = new PredicateParser(PredicateLimits.UNTRUSTED);
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 5);

    private final World world;
    private final WeakBaseline baseline;
    private final RandomGenerator noise;
    private final Map<String, Double> stickyNoise = new HashMap<>();
    /** True counts by text, as long as nobody comes or goes. */
    private final Map<String, Integer> counts = new HashMap<>();
    /** The people by what they are like. */
    private final Map<Map<ColumnName, Object>, Integer> people = new LinkedHashMap<>();

    private @Nullable TableData read;

    WeakOracle(World world, WeakBaseline baseline, RandomGenerator noise) {
        this.world = world;
        this.baseline = baseline;
        this.noise = noise;
    }

    /** What the baseline discloses of a true value that is about so many people. */
    private OracleAnswer disclosed(double value, int people, String question) {
        if (baseline == WeakBaseline.K_50 && people < baseline.facts().edge()) {
            return new OracleAnswer.Suppressed();
        }
        double shown = switch (baseline) {
            case RAW, K_50 -> value;
            case ROUND_10 -> 10.0 * Math.round(value / 10);
            case FRESH_NOISE -> noisy(value);
            case STICKY_NOISE -> value + stickyNoise.computeIfAbsent(question, unknown -> noisy(0));
        };
        return new OracleAnswer.Value(shown, false);
    }

    private double noisy(double value) {
        return Math.rint(value + baseline.facts().noise() * noise.nextGaussian());
    }

    @Override
    public OracleAnswer count(Principal who, String predicate) {
        int count = trueCount(predicate);
        return disclosed(count, count, predicate);
    }

    @Override
    public List<OracleAnswer> counts(Principal who, List<String> predicates) {
        return predicates.stream().map(predicate -> count(who, predicate)).toList();
    }

    private int trueCount(String predicate) {
        readAgainAfterAChange();
        return counts.computeIfAbsent(
                predicate,
                text -> matching(text).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private void readAgainAfterAChange() {
        if (!world.people().equals(read)) {
            read = world.people();
            counts.clear();
            people.clear();
            read.comparableRows().forEach(row -> people.merge(row, 1, Integer::sum));
        }
    }

    private Map<Map<ColumnName, Object>, Integer> matching(String text) {
        readAgainAfterAChange();
        Predicate predicate =
                new PredicateBinder().bind(PARSER.parse(text), world.people().schema(), Set.of(), ANY_DAY);
        Map<Map<ColumnName, Object>, Integer> matching = new LinkedHashMap<>();
        people.forEach((person, alike) -> {
            if (PredicateEvaluator.selects(predicate, person)) {
                matching.put(person, alike);
            }
        });
        return matching;
    }

    @Override
    public OracleAnswer metric(Principal who, MetricType metric, String column, String predicate) {
        Map<Map<ColumnName, Object>, Integer> matching = matching(predicate);
        DoubleStream values = matching.keySet().stream().mapToDouble(person -> number(person, column));
        double value = switch (metric) {
            case MIN -> values.min().orElse(0);
            case MAX -> values.max().orElse(0);
            case AVG ->
                matching.entrySet().stream()
                                .mapToDouble(people -> number(people.getKey(), column) * people.getValue())
                                .sum()
                        / Math.max(1, trueCount(predicate));
            default -> throw new IllegalArgumentException("no attack asks for " + metric);
        };
        return disclosed(value, trueCount(predicate), metric + " " + column + " " + predicate);
    }

    private static double number(Map<ColumnName, Object> person, String column) {
        return ((Number) person.getOrDefault(new ColumnName(column), 0)).doubleValue();
    }

    @Override
    public Map<String, OracleAnswer> segments(Principal who, String column, String predicate) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        matching(predicate)
                .forEach((person, alike) ->
                        sizes.merge(String.valueOf(person.get(new ColumnName(column))), alike, Integer::sum));
        Map<String, OracleAnswer> cells = new LinkedHashMap<>();
        sizes.forEach((value, size) -> cells.put(value, disclosed(size, size, column + " " + value + " " + predicate)));
        return cells;
    }

    @Override
    public Spending spent() {
        return Spending.NONE;
    }
}
