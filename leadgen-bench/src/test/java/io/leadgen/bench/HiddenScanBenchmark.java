package io.leadgen.bench;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What it costs that a scan does not depend on the condition. An analyst sends the condition in WHERE, and so does leadgen for a
 * class without a response step. For a class with one, leadgen reads every row and puts the condition into the aggregate. All
 * three take turns over one file. Of leadgen only the scan is measured, and not the wait for a step.
 *
 * <p>Arguments: rounds to count (default 20), rows (default 10,000,000).
 */
public final class HiddenScanBenchmark {
    private static final int WARM_UP = 5;
    private static final CallerClass AT_ONCE = CallerClass.UNTRUSTED.answeringAtOnce();
    private static final CallerClass HIDDEN = CallerClass.UNTRUSTED.answeringEvery(Duration.ofMillis(1));

    private record Question(String rows, String condition) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("all", "age >= 18"),
            new Question("27 %", LeadgenCount.CONDITION),
            new Question("0.4 %", "age = 30 AND income_level = 'high'"),
            new Question("13 %, a pattern", "location LIKE 'Ist%'"),
            new Question(
                    "0.2 %, five columns",
                    "age = 30 AND income_level = 'high' AND location LIKE '%a%' AND ltv > 9000.5"
                            + " AND joined >= DATE '2014-01-01'"));

    private HiddenScanBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long rows = args.length > 1 ? Long.parseLong(args[1]) : 10_000_000;
        run(rounds, rows, System.out);
    }

    static void run(int rounds, long rows, PrintStream out) throws IOException, SQLException {
        CustomersFiles files = CustomersFiles.ofRows(rows);
        DuckDbLimits limits = new DuckDbLimits(Runtime.getRuntime().availableProcessors(), 1L << 30);
        out.printf(Locale.ROOT, "%d rows, %d rounds, %d threads%n", rows, rounds, limits.threads());
        out.println(
                "| rows that match | condition | bare WHERE, ms | leadgen, WHERE | leadgen, hidden | hidden / bare |\n"
                        + "|---|---|---|---|---|---|");
        try (BareEngine.DuckDb bare = BareEngine.DuckDb.overParquet(files.parquet(), limits);
                LeadgenCount leadgen = LeadgenCount.over(files.parquet(), limits, event -> {})) {
            for (Question question : QUESTIONS) {
                out.println(
                        compare(question, bare.where(question.condition), leadgen.where(question.condition), rounds));
            }
        }
    }

    private static String compare(Question question, Durations.Timed bare, LeadgenCount leadgen, int rounds)
            throws SQLException {
        Durations ofBare = new Durations();
        Durations hidden = new Durations();
        Durations atOnce = new Durations();
        for (int round = -WARM_UP; round < rounds; round++) {
            Durations.inTurn(round, ofBare, bare, hidden, () -> leadgen.scanNanos(HIDDEN));
            long third = leadgen.scanNanos(AT_ONCE);
            if (round >= 0) {
                atOnce.addNanos(third);
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %.1f | %.1f | %.1f | %.2f |",
                question.rows,
                question.condition,
                ofBare.median(),
                atOnce.median(),
                hidden.median(),
                hidden.medianRatioTo(ofBare));
    }
}
