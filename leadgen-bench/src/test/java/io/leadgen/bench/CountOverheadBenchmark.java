package io.leadgen.bench;

import io.leadgen.audit.AuditSink;
import io.leadgen.fixture.TemporaryFolder;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A count by leadgen and the bare query for the same count: one process, the same file, the same settings of the engine, in
 * turn. The order changes from round to round. No JMH: on a machine that does other work too, only runs next to each other can
 * be compared.
 *
 * <p>leadgen is measured twice. <em>At once</em> is a caller without a response step: the difference to the bare query is the
 * overhead of leadgen. <em>Stepped</em> is the default caller, whose answers wait for the next multiple of 100 ms so that the
 * time of the scan is not disclosed: the difference to the bare query is that wait.
 *
 * <p>Arguments: rounds to count (default 40), rows (default 10,000,000).
 */
public final class CountOverheadBenchmark {
    /** Rounds that are not counted: they bring the file into memory. */
    private static final int WARM_UP = 5;

    /**
     * Questions about a thousand people, so that the Java code is compiled, as it is in a service. A process that asks one
     * question pays for code that is not compiled; see {@link ColdStart}.
     */
    private static final int WARM_UP_QUESTIONS = 3_000;

    private static final long WARM_UP_ROWS = 1_000;

    private static final CallerClass STEPPED = CallerClass.UNTRUSTED;
    private static final CallerClass AT_ONCE = STEPPED.answeringAtOnce();

    /** What is allowed at once: so many times the bare query, and so many milliseconds. */
    private static final double RATIO = 1.05;

    private static final double MILLIS = 5;

    private CountOverheadBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        run(rounds, rows, WARM_UP_QUESTIONS, System.out);
    }

    static void run(int rounds, long rows, int warmUp, PrintStream out) throws IOException, SQLException {
        CustomersFiles files = CustomersFiles.ofRows(rows);
        DuckDbLimits limits = new DuckDbLimits(Runtime.getRuntime().availableProcessors(), 1L << 30);
        out.printf(
                Locale.ROOT,
                "%d rows, %d rounds, %d threads: %s%n",
                rows,
                rounds,
                limits.threads(),
                LeadgenCount.CONDITION);
        out.println("| median, ms | bare | at once | ratio | overhead | allowed | stepped, "
                + STEPPED.responseStep().toMillis() + " ms | met |\n|---|---|---|---|---|---|---|---|");
        try (TemporaryFolder folder = TemporaryFolder.create("leadgen-bench")) {
            AuditSink onDisk = new JsonLinesAuditSink(folder.path().resolve("audit.jsonl"));
            AuditSink dropped = event -> {};
            warmUp(warmUp, limits);
            for (AuditSink audit : new AuditSink[] {dropped, onDisk}) {
                String title = audit == dropped ? "audit events dropped" : "audit log on disk";
                try (BareEngine.DuckDb bare = BareEngine.DuckDb.overParquet(files.parquet(), limits);
                        LeadgenCount leadgen = LeadgenCount.over(files.parquet(), limits, audit)) {
                    out.println("| Parquet, " + title + compare(bare, leadgen, rounds));
                }
                try (BareEngine.DuckDb bare = BareEngine.DuckDb.overDatabase(files.database(), limits);
                        LeadgenCount leadgen = LeadgenCount.over(files.database(), limits, audit)) {
                    out.println("| database file, " + title + compare(bare, leadgen, rounds));
                }
            }
        }
    }

    private static void warmUp(int questions, DuckDbLimits limits) throws IOException, SQLException {
        Path small = CustomersFiles.ofRows(WARM_UP_ROWS).parquet();
        try (LeadgenCount leadgen = LeadgenCount.over(small, limits, event -> {})) {
            for (int i = 0; i < questions; i++) {
                leadgen.ask(AT_ONCE);
            }
        }
    }

    private static String compare(BareEngine.DuckDb bare, LeadgenCount leadgen, int rounds) throws SQLException {
        Durations ofBare = new Durations();
        Durations atOnce = new Durations();
        Durations stepped = new Durations();
        for (int round = -WARM_UP; round < rounds; round++) {
            Durations.inTurn(round, ofBare, bare, atOnce, () -> leadgen.nanos(AT_ONCE));
            long third = leadgen.nanos(STEPPED);
            if (round >= 0) {
                stepped.addNanos(third);
            }
        }
        double allowed = RATIO * ofBare.median() + MILLIS;
        return String.format(
                Locale.ROOT,
                " | %.1f | %.1f | %.2f | %.1f | %.1f | %.1f | %s |",
                ofBare.median(),
                atOnce.median(),
                atOnce.medianRatioTo(ofBare),
                atOnce.medianDifferenceTo(ofBare),
                allowed,
                stepped.median(),
                atOnce.median() <= allowed ? "yes" : "NO");
    }
}
