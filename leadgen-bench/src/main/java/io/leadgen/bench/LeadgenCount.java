package io.leadgen.bench;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
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
 * leadgen over one file, wired as in production except for the ledger: each question finds an empty one. A ledger would answer
 * the same question a second time without a scan, and the scan is what is measured.
 */
final class LeadgenCount implements AutoCloseable {
    private static final TableName TABLE = TableName.parse("main.leads.customers");
    private static final Scopes SCOPES = new Scopes(Map.of("main", Set.of("leads")));
    private static final Principal PRINCIPAL = Principal.of("bench");

    private final Warehouse warehouse;
    private final AuditSink audit;
    private final SecureRandom random = new SecureRandom();

    LeadgenCount(Path file, DuckDbLimits limits, AuditSink audit) {
        this.warehouse = new BoundedWarehouse(
                DuckDbWarehouse.open(EmbeddedTables.of(Map.of(TABLE, file)), limits), QueryLimits.ofSeconds(4, 10, 60));
        this.audit = audit;
    }

    /** A new service with an empty ledger; it costs nothing to make one. */
    AudienceService unasked(CallerClass callerClass) {
        Clock clock = Clock.systemUTC();
        return new AudienceService(
                new AudienceService.Ports(warehouse, new InMemoryBudgetLedger(clock), audit, random, clock),
                SCOPES,
                new PrivacyPolicy(callerClass, Map.of(), Map.of()),
                ZoneOffset.UTC);
    }

    static AudienceEstimate ask(AudienceService service, String condition) {
        return service.approxCount(TABLE, condition, PRINCIPAL);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
