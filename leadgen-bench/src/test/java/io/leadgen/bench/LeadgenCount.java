package io.leadgen.bench;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Scopes;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.Warehouse;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * leadgen over one warehouse, wired as in production except for the ledger: each question finds an empty one. A ledger would
 * answer the same question a second time without a scan, and the scan is what is measured.
 */
record LeadgenCount(Warehouse warehouse, AuditSink audit, String condition) implements AutoCloseable {
    /** The question of the specification. */
    static final String CONDITION = "age > 25 AND income_level = 'high'";

    static final QueryLimits LIMITS = QueryLimits.ofSeconds(4, 10, 60);

    private static final Scopes SCOPES = new Scopes(Map.of("main", Set.of("leads")));
    private static final Principal PRINCIPAL = Principal.of("bench");
    private static final SecureRandom RANDOM = new SecureRandom();

    LeadgenCount(Warehouse warehouse, AuditSink audit) {
        this(warehouse, audit, CONDITION);
    }

    static LeadgenCount over(Path file, DuckDbLimits limits, AuditSink audit) {
        Warehouse engine = DuckDbWarehouse.open(EmbeddedTables.of(Map.of(CustomersFiles.TABLE, file)), limits);
        return new LeadgenCount(new BoundedWarehouse(engine, LIMITS), audit);
    }

    /** The same with another question. */
    LeadgenCount where(String other) {
        return new LeadgenCount(warehouse, audit, other);
    }

    /** A new service with an empty ledger; it costs nothing to make one. */
    private AudienceService unasked(CallerClass callerClass) {
        Clock clock = Clock.systemUTC();
        return new AudienceService(
                new AudienceService.Ports(warehouse, new InMemoryBudgetLedger(clock), audit, RANDOM, clock),
                SCOPES,
                new PrivacyPolicy(
                        callerClass,
                        Map.of(),
                        Map.of(
                                CustomersFiles.TABLE,
                                new TablePolicy(new PrivacyUnit.Row(null), null, null, null, Map.of()))),
                ZoneOffset.UTC);
    }

    AudienceEstimate ask(CallerClass callerClass) {
        return unasked(callerClass).approxCount(CustomersFiles.TABLE, condition, PRINCIPAL);
    }

    /** How long an answer takes. */
    long nanos(CallerClass callerClass) {
        AudienceService service = unasked(callerClass);
        long started = System.nanoTime();
        AudienceEstimate answer = service.approxCount(CustomersFiles.TABLE, condition, PRINCIPAL);
        long took = System.nanoTime() - started;
        if (answer.suppressed() || answer.privacy().repeated()) {
            throw new IllegalStateException("not an answer to a new question");
        }
        return took;
    }

    /** How long the engine takes for an answer: the time of its statement, as it is called. */
    long scanNanos(CallerClass callerClass) {
        AtomicLong scan = new AtomicLong();
        new LeadgenCount(timed(warehouse, scan), audit, condition).nanos(callerClass);
        return scan.get();
    }

    private static Warehouse timed(Warehouse warehouse, AtomicLong scan) {
        return (Warehouse) Proxy.newProxyInstance(
                Warehouse.class.getClassLoader(), new Class<?>[] {Warehouse.class}, (proxy, method, arguments) -> {
                    long started = System.nanoTime();
                    Object result = method.invoke(warehouse, arguments);
                    if (method.getName().equals("aggregate")) {
                        scan.addAndGet(System.nanoTime() - started);
                    }
                    return result instanceof Warehouse other ? timed(other, scan) : result;
                });
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
