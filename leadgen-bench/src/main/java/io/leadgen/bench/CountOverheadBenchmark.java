package io.leadgen.bench;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.privacy.policy.CallerClass;
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
    /** The question of the specification. */
    static final String CONDITION = "age > 25 AND income_level = 'high'";

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

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, SQLException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        run(rounds, rows, WARM_UP_QUESTIONS, System.out);
    }

    static void run(int rounds, long rows, int warmUp, PrintStream out) throws IOException, SQLException {
        CustomersFiles files = CustomersFiles.ofRows(rows);
        DuckDbLimits limits = new DuckDbLimits(Runtime.getRuntime().availableProcessors(), 1L << 30);
        out.printf(Locale.ROOT, "%d rows, %d rounds, %d threads: %s%n", rows, rounds, limits.threads(), CONDITION);
        out.println("| median, ms | bare | at once | ratio | overhead | allowed | stepped, "
                + STEPPED.responseStep().toMillis() + " ms | met |\n|---|---|---|---|---|---|---|---|");
        Path folder = Files.createTempDirectory("leadgen-bench");
        Path log = folder.resolve("audit.jsonl");
        AuditSink onDisk = new JsonLinesAuditSink(log);
        AuditSink dropped = event -> {};
        try {
            warmUp(warmUp, limits);
            for (AuditSink audit : new AuditSink[] {dropped, onDisk}) {
                String title = audit == dropped ? "audit events dropped" : "audit log on disk";
                try (BareDuckDb bare = BareDuckDb.overParquet(files.parquet(), limits);
                        LeadgenCount leadgen = new LeadgenCount(files.parquet(), limits, audit)) {
                    out.println("| Parquet, " + title + compare(bare, leadgen, rounds));
                }
                try (BareDuckDb bare = BareDuckDb.overDatabase(files.database(), limits);
                        LeadgenCount leadgen = new LeadgenCount(files.database(), limits, audit)) {
                    out.println("| database file, " + title + compare(bare, leadgen, rounds));
                }
            }
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
                LeadgenCount.ask(leadgen.unasked(AT_ONCE), CONDITION);
            }
        }
    }

    private static String compare(BareDuckDb bare, LeadgenCount leadgen, int rounds) throws SQLException {
        Durations ofBare = new Durations();
        Durations atOnce = new Durations();
        Durations stepped = new Durations();
        for (int round = -WARM_UP; round < rounds; round++) {
            boolean bareFirst = round % 2 == 0;
            long first = bareFirst ? timeBare(bare) : timeLeadgen(leadgen, AT_ONCE);
            long second = bareFirst ? timeLeadgen(leadgen, AT_ONCE) : timeBare(bare);
            long third = timeLeadgen(leadgen, STEPPED);
            if (round >= 0) {
                ofBare.addNanos(bareFirst ? first : second);
                atOnce.addNanos(bareFirst ? second : first);
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

    private static long timeBare(BareDuckDb bare) throws SQLException {
        long started = System.nanoTime();
        long count = bare.count(CONDITION);
        long took = System.nanoTime() - started;
        if (count == 0) {
            throw new IllegalStateException("no row meets the condition");
        }
        return took;
    }

    private static long timeLeadgen(LeadgenCount leadgen, CallerClass callerClass) {
        AudienceService service = leadgen.unasked(callerClass);
        long started = System.nanoTime();
        AudienceEstimate answer = LeadgenCount.ask(service, CONDITION);
        long took = System.nanoTime() - started;
        if (answer.suppressed() || answer.privacy().repeated()) {
            throw new IllegalStateException("not an answer to a new question");
        }
        return took;
    }
}
