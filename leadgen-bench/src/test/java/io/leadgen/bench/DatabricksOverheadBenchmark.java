package io.leadgen.bench;

import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * A count by leadgen on Databricks and the same count by the driver alone: one process, one emulator that takes 50 ms for each
 * statement, in turn, with the order of the two changing from pair to pair. leadgen's side is everything from the text of the
 * predicate to the noisy answer, but for ledger and audit log on a disk. The caller is of the trusted class, whose answers come as
 * soon as they are there.
 *
 * <p>Arguments: pairs to count (default 200).
 */
public final class DatabricksOverheadBenchmark {
    private static final Duration SERVER = Duration.ofMillis(50);
    private static final int WARM_UP = 100;
    /** What is allowed at the median. */
    private static final double RATIO = 1.10;

    private DatabricksOverheadBenchmark() {}

    public static void main(String[] args) throws SQLException {
        run(args.length > 0 ? Integer.parseInt(args[0]) : 200, WARM_UP, System.out);
    }

    static void run(int pairs, int warmUp, PrintStream out) throws SQLException {
        Durations ofBare = new Durations();
        Durations ofLeadgen = new Durations();
        try (DatabricksEmulator emulator = EmulatedCustomers.start();
                BareEngine.Databricks bare = new BareEngine.Databricks(emulator);
                LeadgenCount leadgen = new LeadgenCount(
                        new BoundedWarehouse(
                                DatabricksWarehouse.of(emulator.config(), emulator.auth(), LeadgenCount.LIMITS),
                                LeadgenCount.LIMITS),
                        event -> {})) {
            for (int pair = -warmUp; pair < pairs; pair++) {
                if (pair == 0) {
                    emulator.faults().always(Endpoint.EXECUTE, Fault.slowStatement(SERVER));
                }
                Durations.inTurn(pair, ofBare, bare, ofLeadgen, () -> leadgen.nanos(CallerClass.TRUSTED));
            }
        }
        out.printf(
                Locale.ROOT,
                "%d pairs, %d ms on the server: bare driver %s | leadgen %s | medians: ratio %.3f, allowed %.2f: %s"
                        + " | pair by pair: ratio %.3f, difference %.2f ms%n",
                pairs,
                SERVER.toMillis(),
                ofBare,
                ofLeadgen,
                ofLeadgen.median() / ofBare.median(),
                RATIO,
                ofLeadgen.median() <= RATIO * ofBare.median() ? "met" : "NOT met",
                ofLeadgen.medianRatioTo(ofBare),
                ofLeadgen.medianDifferenceTo(ofBare));
    }
}
