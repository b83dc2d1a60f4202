package io.leadgen.tests.timing;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.Count;
import io.leadgen.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * An attacker with a clock guesses a secret about a person of {@link WideFile}: the wide columns have to be read only if it is
 * true. First they learn how long both take, then they guess.
 */
public final class TimingGame {
    private static final int LESSONS = 10;
    private static final PrivacyLoss PLENTY =
            new PrivacyLoss(Rho.of(BigDecimal.valueOf(1000)), Delta.of(new BigDecimal("1e-3")));

    private final AudienceService service;
    private final TableName table;
    private final WideFile.Secret secret;
    private final Random coins = new Random(14);
    private int asked;

    /** @param responseStep how often answers come; zero for at once, and then the scan may use the condition */
    public TimingGame(Warehouse warehouse, TableName table, WideFile.Secret secret, Duration responseStep) {
        CallerClass standard = CallerClass.UNTRUSTED;
        CallerClass rich = new CallerClass(
                standard.name(),
                standard.sigma(),
                PLENTY,
                PLENTY,
                PLENTY,
                standard.window(),
                standard.epoch(),
                standard.threshold(),
                responseStep,
                standard.maxComparisons(),
                standard.maxInValues(),
                standard.undeclaredTables(),
                standard.precision());
        this.table = table;
        this.secret = secret;
        this.service = new AudienceService(
                new AudienceService.Ports(
                        warehouse,
                        new InMemoryBudgetLedger(InstantSource.system()),
                        event -> {},
                        new Random(1),
                        InstantSource.system()),
                new Scopes(Map.of(table.catalog(), Set.of(table.schema()))),
                new PrivacyPolicy(
                        rich,
                        Map.<Principal, Caller>of(),
                        Map.of(table, new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of()))),
                ZoneOffset.UTC);
    }

    /** The share of right guesses. */
    public double play(int games) {
        for (int i = 0; i < 3; i++) {
            ask(i % 2 == 0);
        }
        List<Long> with = new ArrayList<>();
        List<Long> without = new ArrayList<>();
        for (int i = 0; i < LESSONS; i++) {
            with.add(ask(true));
            without.add(ask(false));
        }
        long threshold = (median(with) + median(without)) / 2;
        boolean slower = median(with) > median(without);
        int right = 0;
        for (int i = 0; i < games; i++) {
            boolean isTrue = coins.nextBoolean();
            boolean guess = (ask(isTrue) > threshold) == slower;
            right += guess == isTrue ? 1 : 0;
        }
        return (double) right / games;
    }

    private static long median(List<Long> times) {
        return LongStream.of(times.stream().mapToLong(Long::longValue).toArray())
                .sorted()
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** How long an answer takes. */
    private long ask(boolean isTrue) {
        String question = secret.question(isTrue, ++asked);
        long start = System.nanoTime();
        service.ask(Count.of(table).where(question), RequestContext.of(Principal.of("mallory")));
        return System.nanoTime() - start;
    }
}
