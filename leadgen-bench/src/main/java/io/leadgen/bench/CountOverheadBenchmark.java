package io.leadgen.bench;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A count by leadgen beside the bare query for the same count: one process, the same file, the same settings of the engine, in
 * turn, with the order of the two changing from pair to pair. No JMH: it measures one thing after the other, and on a machine
 * that does other work too, only runs that stand beside each other can be compared.
 *
 * <p>Arguments: pairs to count (default 40), rows (default 10,000,000).
 */
public final class CountOverheadBenchmark {
    /** The question of the specification. */
    static final String CONDITION = "age > 25 AND income_level = 'high'";

    /** Pairs that are not counted: they bring the file into memory. */
    private static final int WARM_UP = 5;

    /**
     * Questions about a thousand people, so that the Java code is compiled, as it is in a service. A process that asks one
     * question pays for code that is not; see {@link ColdStart}.
     */
    private static final int WARM_UP_QUESTIONS = 3_000;

    private static final long WARM_UP_ROWS = 1_000;

    /** What is allowed: so many times the bare query, and so many milliseconds. */
    private static final double RATIO = 1.05;

    private static final double MILLIS = 5;

    private CountOverheadBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, SQLException {
        int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        run(pairs, rows, WARM_UP_QUESTIONS, System.out);
    }

    static void run(int pairs, long rows, int warmUp, PrintStream out) throws IOException, SQLException {
        CustomersFiles files = CustomersFiles.ofRows(rows);
        DuckDbLimits limits = new DuckDbLimits(Runtime.getRuntime().availableProcessors(), 1L << 30);
        out.printf(Locale.ROOT, "%d rows, %d pairs, %d threads: %s%n", rows, pairs, limits.threads(), CONDITION);
        Path folder = Files.createTempDirectory("leadgen-bench");
        Path log = folder.resolve("audit.jsonl");
        AuditSink onDisk = new JsonLinesAuditSink(log);
        try {
            warmUp(warmUp, limits);
            parquet("Parquet, no audit log  ", files, limits, event -> {}, pairs, out);
            parquet("Parquet, audit log     ", files, limits, onDisk, pairs, out);
            database("database, no audit log ", files, limits, event -> {}, pairs, out);
            database("database, audit log    ", files, limits, onDisk, pairs, out);
        } finally {
            Files.deleteIfExists(log);
            Files.deleteIfExists(folder.resolve("audit.jsonl.lock"));
            Files.deleteIfExists(folder);
        }
    }

    private static void warmUp(int questions, DuckDbLimits limits) throws IOException, SQLException {
        Path small = CustomersFiles.ofRows(WARM_UP_ROWS).parquet();
        try (LeadgenCount leadgen = new LeadgenCount(small, limits, event -> {})) {
            for (int i = 0; i < questions; i++) {
                LeadgenCount.ask(leadgen.unasked(), CONDITION);
            }
        }
    }

    private static void parquet(
            String title, CustomersFiles files, DuckDbLimits limits, AuditSink audit, int pairs, PrintStream out)
            throws SQLException {
        try (BareDuckDb bare = BareDuckDb.overParquet(files.parquet(), limits);
                LeadgenCount leadgen = new LeadgenCount(files.parquet(), limits, audit)) {
            out.println(title + compare(bare, leadgen, pairs));
        }
    }

    private static void database(
            String title, CustomersFiles files, DuckDbLimits limits, AuditSink audit, int pairs, PrintStream out)
            throws SQLException {
        try (BareDuckDb bare = BareDuckDb.overDatabase(files.database(), limits);
                LeadgenCount leadgen = new LeadgenCount(files.database(), limits, audit)) {
            out.println(title + compare(bare, leadgen, pairs));
        }
    }

    private static String compare(BareDuckDb bare, LeadgenCount leadgen, int pairs) throws SQLException {
        Durations ofBare = new Durations();
        Durations ofLeadgen = new Durations();
        for (int pair = -WARM_UP; pair < pairs; pair++) {
            long first = pair % 2 == 0 ? timeBare(bare) : timeLeadgen(leadgen);
            long second = pair % 2 == 0 ? timeLeadgen(leadgen) : timeBare(bare);
            if (pair >= 0) {
                ofBare.addNanos(pair % 2 == 0 ? first : second);
                ofLeadgen.addNanos(pair % 2 == 0 ? second : first);
            }
        }
        double allowed = RATIO * ofBare.median() + MILLIS;
        return String.format(
                Locale.ROOT,
                "bare %s | leadgen %s | pair by pair: ratio %.3f, difference %.2f ms | allowed %.1f ms: %s",
                ofBare,
                ofLeadgen,
                ofLeadgen.medianRatioTo(ofBare),
                ofLeadgen.medianDifferenceTo(ofBare),
                allowed,
                ofLeadgen.median() <= allowed ? "met" : "NOT met");
    }

    private static long timeBare(BareDuckDb bare) throws SQLException {
        long started = System.nanoTime();
        long count = bare.count(CONDITION);
        long took = System.nanoTime() - started;
        if (count == 0) {
            throw new IllegalStateException("nobody meets the condition");
        }
        return took;
    }

    private static long timeLeadgen(LeadgenCount leadgen) {
        AudienceService service = leadgen.unasked();
        long started = System.nanoTime();
        AudienceEstimate answer = LeadgenCount.ask(service, CONDITION);
        long took = System.nanoTime() - started;
        if (answer.suppressed() || answer.privacy().repeated()) {
            throw new IllegalStateException("not an answer to a new question");
        }
        return took;
    }
}
