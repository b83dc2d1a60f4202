package io.leadgen.bench;

import io.leadgen.fixture.TemporaryFolder;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.runtime.config.LedgerUrl;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A release without its scan, over a ledger in a SQLite file on the disk of the working directory, in which every commit waits
 * for the disk; and, next to it, what the disk needs for one such wait.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls fill() first
public class LedgerBenchmark {
    private static final int PAGE = 4096;

    /** Charges that the ledger holds already. */
    @Param({"0", "30000"})
    public int recorded;

    private final ByteBuffer page = ByteBuffer.allocate(PAGE);
    private Path folder = Path.of("");
    private FileChannel file;
    private JdbcBudgetLedger ledger;
    private ReleaseWorkload workload;
    private long asked;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "ledger-benchmark");
        file = FileChannel.open(folder.resolve("synced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        LedgerUrl url = new LedgerUrl("jdbc:sqlite:" + folder.resolve("ledger.db"));
        ledger = new JdbcBudgetLedger(url, folder.resolve("ledger.mark"), Clock.systemUTC());
        workload = new ReleaseWorkload(ledger);
        for (int i = 0; i < recorded / 2; i++) {
            workload.record(i);
        }
        workload.question(0);
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        ledger.close();
        file.close();
        new TemporaryFolder(folder).close();
    }

    /** A new question: two transactions, and what is left afterwards. */
    @Benchmark
    public PrivacyLoss release() {
        ask(++asked);
        return workload.left();
    }

    /** A question that was asked before. */
    @Benchmark
    public Released repeated() {
        return ask(0);
    }

    /** Writes a page at the end of a file and waits until it is on the disk. */
    @Benchmark
    public void sync() throws IOException {
        page.clear();
        while (page.hasRemaining()) {
            file.write(page);
        }
        file.force(false);
    }

    Released ask(long number) {
        return workload.question(number);
    }
}
