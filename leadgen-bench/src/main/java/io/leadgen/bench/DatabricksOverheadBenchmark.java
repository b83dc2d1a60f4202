package io.leadgen.bench;

import io.leadgen.audience.AudienceService;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.tests.databricks.DatabricksEmulator;
import io.leadgen.tests.databricks.Endpoint;
import io.leadgen.tests.databricks.Fault;
import io.leadgen.warehouse.Warehouse;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    private static final TableName TABLE = TableName.parse(EmulatedCustomers.TABLE);
    private static final Scopes SCOPES = new Scopes(Map.of("main", Set.of("leads")));

    private DatabricksOverheadBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws SQLException {
        run(args.length > 0 ? Integer.parseInt(args[0]) : 200, WARM_UP, System.out);
    }

    static void run(int pairs, int warmUp, PrintStream out) throws SQLException {
        Durations ofBare = new Durations();
        Durations ofLeadgen = new Durations();
        QueryLimits limits = QueryLimits.ofSeconds(4, 10, 60);
        try (DatabricksEmulator emulator = EmulatedCustomers.start();
                BareDatabricks bare = new BareDatabricks(emulator);
                Warehouse warehouse = new BoundedWarehouse(
                        DatabricksWarehouse.of(
                                EmulatedCustomers.config(emulator), EmulatedCustomers.auth(emulator), limits),
                        limits)) {
            for (int pair = -warmUp; pair < pairs; pair++) {
                if (pair == 0) {
                    emulator.faults().always(Endpoint.EXECUTE, Fault.slowStatement(SERVER));
                }
                long first = pair % 2 == 0 ? timeBare(bare) : timeLeadgen(warehouse);
                long second = pair % 2 == 0 ? timeLeadgen(warehouse) : timeBare(bare);
                if (pair >= 0) {
                    ofBare.addNanos(pair % 2 == 0 ? first : second);
                    ofLeadgen.addNanos(pair % 2 == 0 ? second : first);
                }
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

    private static long timeBare(BareDatabricks bare) throws SQLException {
        long started = System.nanoTime();
        long count = bare.count();
        long took = System.nanoTime() - started;
        if (count == 0) {
            throw new IllegalStateException("no row meets the condition");
        }
        return took;
    }

    /** Each question finds an empty ledger, which would else answer it without a scan. */
    private static long timeLeadgen(Warehouse warehouse) {
        Clock clock = Clock.systemUTC();
        AudienceService service = new AudienceService(
                new AudienceService.Ports(
                        warehouse, new InMemoryBudgetLedger(clock), event -> {}, new SecureRandom(), clock),
                SCOPES,
                new PrivacyPolicy(CallerClass.TRUSTED, Map.of(), Map.of()),
                ZoneOffset.UTC);
        Principal principal = Principal.of("bench");
        long started = System.nanoTime();
        AudienceEstimate answer = service.approxCount(TABLE, CountOverheadBenchmark.CONDITION, principal);
        long took = System.nanoTime() - started;
        if (answer.suppressed() || answer.privacy().repeated()) {
            throw new IllegalStateException("not an answer to a new question");
        }
        return took;
    }
}
