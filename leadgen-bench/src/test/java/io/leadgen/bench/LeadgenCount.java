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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * leadgen over one warehouse, wired as in production except for the ledger: each question finds an empty one. A ledger would
 * answer the same question a second time without a scan, and the scan is what is measured.
 */
record LeadgenCount(Warehouse warehouse, AuditSink audit) implements AutoCloseable {
    /** The question of the specification. */
    static final String CONDITION = "age > 25 AND income_level = 'high'";

    static final QueryLimits LIMITS = QueryLimits.ofSeconds(4, 10, 60);

    private static final Scopes SCOPES = new Scopes(Map.of("main", Set.of("leads")));
    private static final Principal PRINCIPAL = Principal.of("bench");
    private static final SecureRandom RANDOM = new SecureRandom();

    static LeadgenCount over(Path file, DuckDbLimits limits, AuditSink audit) {
        Warehouse engine = DuckDbWarehouse.open(EmbeddedTables.of(Map.of(CustomersFiles.TABLE, file)), limits);
        return new LeadgenCount(new BoundedWarehouse(engine, LIMITS), audit);
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
        return unasked(callerClass).approxCount(CustomersFiles.TABLE, CONDITION, PRINCIPAL);
    }

    /** How long an answer takes. */
    long nanos(CallerClass callerClass) {
        AudienceService service = unasked(callerClass);
        long started = System.nanoTime();
        AudienceEstimate answer = service.approxCount(CustomersFiles.TABLE, CONDITION, PRINCIPAL);
        long took = System.nanoTime() - started;
        if (answer.suppressed() || answer.privacy().repeated()) {
            throw new IllegalStateException("not an answer to a new question");
        }
        return took;
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
