package io.leadgen.bench;

import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.parser.PredicateBinder;
import io.leadgen.predicate.parser.PredicateLimits;
import io.leadgen.predicate.parser.PredicateParser;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.CallerClass;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Principal;
import io.leadgen.privacy.PrivacyLoss;
import io.leadgen.privacy.QuestionKey;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.Rho;
import io.leadgen.privacy.Shape;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Everything between a bound predicate and a noisy number but the scan: canonical form, key, charges, noise, and the answer
 * kept in the ledger in memory. The noise comes from a {@code SecureRandom}, as in production.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReleaseBenchmark {
    /** Different questions in one measured call. */
    private static final int QUESTIONS = 100;

    private static final Principal PRINCIPAL = Principal.of("bench");
    private static final PrivacyLoss PLENTY = PrivacyLoss.of(new Rho(Long.MAX_VALUE / 4));
    /** The noise of an untrusted caller, and a budget that no number of questions exhausts. */
    private static final CallerClass CALLER = new CallerClass(
            "bench",
            CallerClass.UNTRUSTED.sigma(),
            PLENTY,
            PLENTY,
            PLENTY,
            Duration.ofDays(30),
            Duration.ofDays(7),
            100,
            Duration.ZERO,
            64,
            200);

    private final SecureRandom random = new SecureRandom();
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();
    private final Aggregate cells = Aggregate.seal(new BigInteger[][] {{BigInteger.valueOf(1_234_567)}});
    private final Predicate bound = new PredicateBinder()
            .bind(
                    new PredicateParser(PredicateLimits.UNTRUSTED).parse(PredicateWorkload.predicate(10)),
                    PredicateWorkload.schema(64),
                    Set.of(),
                    LocalDate.of(2026, 10, 31));

    /** Questions that the ledger holds already. */
    @Param({"0", "1000", "10000"})
    public int recorded;

    private BudgetLedger ledger = new InMemoryBudgetLedger(Clock.systemUTC());
    private ReleaseMechanism mechanism = mechanism();

    /** A ledger that does not grow from one call to the next. */
    @Setup(Level.Invocation)
    public void newLedger() {
        ledger = new InMemoryBudgetLedger(Clock.systemUTC());
        mechanism = mechanism();
        for (int i = 0; i < recorded; i++) {
            ledger.open(
                    new BudgetLedger.Order(
                            new QuestionKey("earlier " + i),
                            Clock.systemUTC().instant().plus(Duration.ofDays(1)),
                            PredicateWorkload.TABLE,
                            CALLER,
                            PRINCIPAL),
                    PrivacyLoss.of(new Rho(1)));
        }
    }

    private ReleaseMechanism mechanism() {
        return new ReleaseMechanism(ledger, random, Clock.systemUTC());
    }

    /** New questions, one after the other. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void release(Blackhole blackhole) {
        for (int i = 0; i < QUESTIONS; i++) {
            blackhole.consume(question(i));
        }
    }

    Released question(int number) {
        TableName table = PredicateWorkload.TABLE;
        String form = PredicatePrinter.text(canonicalizer.canonicalize(bound));
        QuestionKey key = QuestionKey.of(List.of(Integer.toString(number), table.toString(), form));
        return mechanism.release(new Ask(PRINCIPAL, CALLER, table, key, Precision.DEFAULT), Shape.COUNT, () -> cells);
    }
}
