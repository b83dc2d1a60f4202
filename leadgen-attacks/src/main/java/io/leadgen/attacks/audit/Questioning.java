package io.leadgen.attacks.audit;

import static java.util.Objects.requireNonNull;

import io.leadgen.attacks.audit.Canaries.Condition;
import io.leadgen.attacks.opponent.LeadgenOracle;
import io.leadgen.attacks.world.Person;
import io.leadgen.attacks.world.World;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.Count;
import io.leadgen.question.Counts;
import io.leadgen.question.Funnel;
import io.leadgen.question.Metric;
import io.leadgen.question.Overlap;
import io.leadgen.question.Question;
import io.leadgen.question.Segments;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceSegments.Segment;
import io.leadgen.question.answer.Interval;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricType;
import io.leadgen.question.answer.NoisyCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Asks questions of all kinds about random halves of the canaries, until the budget of one principal is used up. */
final class Questioning {
    private static final Principal ATTACKER = Principal.of("auditor");
    /** Of 95 %. */
    private static final double Z95 = 1.96;
    /** More than any default budget allows. */
    private static final int MOST = 5_000;

    private final LeadgenOracle oracle;
    private final RandomGenerator random;
    private final List<Probe> probes = new ArrayList<>();

    Questioning(LeadgenOracle oracle, RandomGenerator random) {
        this.oracle = oracle;
        this.random = random;
    }

    /** The numbers of all answers. */
    List<Probe> all() {
        try {
            for (int asked = 0; asked < MOST; asked++) {
                ask(asked % 7);
            }
        } catch (LeadgenException e) {
            if (e.code() != ErrorCode.BUDGET_EXHAUSTED) {
                throw e;
            }
        }
        return probes;
    }

    private void ask(int kind) {
        Condition one = Canaries.half(random);
        Condition other = Canaries.half(random);
        Predicate<Person> both = one.holds().and(other.holds());
        switch (kind) {
            case 0 -> add(ask(Count.of(World.TABLE).where(one.text()).precision(Precision.MAX)), one.holds());
            case 1 -> {
                List<AudienceEstimate> counts =
                        ask(Counts.of(World.TABLE, List.of(one.text() + " AND secret", one.text() + " AND NOT secret"))
                                .precision(Precision.MAX));
                add(counts.get(0), one.holds().and(Person::secret));
                add(counts.get(1), one.holds().and(person -> !person.secret()));
            }
            case 2 -> {
                for (Segment segment : ask(Segments.of(World.TABLE, "secret")
                                .where(one.text())
                                .precision(Precision.MAX))
                        .segments()) {
                    boolean secret = "true".equals(String.valueOf(segment.key().get("secret")));
                    add(segment.size(), one.holds().and(person -> person.secret() == secret));
                }
            }
            case 3 -> {
                var steps = ask(Funnel.of(World.TABLE, List.of(one.text(), other.text()))
                                .precision(Precision.MAX))
                        .steps();
                add(steps.get(0).size(), one.holds());
                add(steps.get(1).size(), both);
            }
            case 4 -> {
                var overlap =
                        ask(Overlap.of(World.TABLE, Map.of("one", one.text())).precision(Precision.MAX));
                add(requireNonNull(overlap.audiences().get("one")).size(), one.holds());
            }
            case 5 -> mean(one);
            default ->
                ask(Metric.of(World.TABLE, MetricType.MEDIAN, "income")
                        .where(one.text())
                        .precision(Precision.MAX));
        }
    }

    private <A> A ask(Question<A> question) {
        return oracle.audience().ask(question, oracle.context(ATTACKER));
    }

    /** A person moves a mean by their distance from its middle, divided by the number of people. */
    private void mean(Condition condition) {
        MetricEstimate mean = ask(Metric.of(World.TABLE, MetricType.AVG, "income")
                .where(condition.text())
                .precision(Precision.MAX));
        Long people = mean.approxCount();
        Interval interval = mean.interval();
        if (people == null || interval == null || mean.metricValue() == null) {
            return;
        }
        double middle = World.HIGHEST_INCOME / 2;
        double value = (mean.metricValue().doubleValue() - middle) * people;
        probes.add(new Probe(
                value,
                sigma(interval) * people,
                person -> condition.holds().test(person) ? person.income() - middle : 0));
    }

    private void add(AudienceEstimate estimate, Predicate<Person> members) {
        add(estimate.approxCount(), estimate.interval(), members);
    }

    private void add(NoisyCount size, Predicate<Person> members) {
        add(size.approxCount(), size.interval(), members);
    }

    private void add(@Nullable Long count, @Nullable Interval interval, Predicate<Person> members) {
        if (count != null && interval != null) {
            probes.add(new Probe(count, sigma(interval), person -> members.test(person) ? 1 : 0));
        }
    }

    private static double sigma(Interval interval) {
        return Math.max(0.5, interval.high().subtract(interval.low()).doubleValue() / 2 / Z95);
    }
}
