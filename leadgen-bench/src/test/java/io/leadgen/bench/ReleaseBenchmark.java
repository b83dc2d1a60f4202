package io.leadgen.bench;

import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.ReleaseMechanism.Released;
import java.time.Clock;
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

/** A release without its scan, over a ledger in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReleaseBenchmark {
    /** Different questions in one measured call. */
    private static final int QUESTIONS = 100;

    /** Questions that the ledger holds already. */
    @Param({"0", "1000", "10000"})
    public int recorded;

    private ReleaseWorkload workload = new ReleaseWorkload(new InMemoryBudgetLedger(Clock.systemUTC()));

    /** A ledger that does not grow from one call to the next. */
    @Setup(Level.Invocation)
    public void newLedger() {
        workload = new ReleaseWorkload(new InMemoryBudgetLedger(Clock.systemUTC()));
        for (int i = 0; i < recorded; i++) {
            workload.record(i);
        }
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
        return workload.question(number);
    }
}
