package io.leadgen.runtime.doctor;

import io.leadgen.audience.AudienceService;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.runtime.audit.AuditVerification;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import io.leadgen.runtime.ledger.LedgerVerification;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks everything that a question needs, in the order in which it is needed. Spends no budget, and writes only the files that
 * the first question would write. Each access to another system has a timeout of some seconds.
 */
public final class Doctor {
    private final LeadgenConfig config;
    private final Supplier<Warehouse> warehouse;
    private final InstantSource clock;
    private final boolean exact;

    /**
     * Checks a configuration.
     *
     * @param warehouse opens the configured warehouse; called at most once, and the result is closed
     * @param exact whether to scan the tables of a warehouse, where that can cost money; embedded tables are scanned in any case
     */
    public Doctor(LeadgenConfig config, Supplier<Warehouse> warehouse, InstantSource clock, boolean exact) {
        this.exact = exact;
        this.config = config;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /**
     * Runs all checks; never throws.
     *
     * @param listener gets each result as soon as it is available
     * @return all results, in order
     */
    public List<CheckResult> run(Consumer<CheckResult> listener) {
        List<CheckResult> results = new ArrayList<>();
        Consumer<CheckResult> report = result -> {
            results.add(result);
            listener.accept(result);
        };
        report.accept(CheckResult.ok(
                "configuration",
                counted(config.scopes().catalogs().size(), "catalog") + " in scope, "
                        + counted(config.privacy().tables().size(), "table") + " declared"));
        boolean reachable = !(config.warehouse() instanceof WarehouseConfig.Databricks databricks)
                || new WorkspaceChecks(databricks, config.auth(), clock).run(report);
        if (reachable) {
            warehouse(report);
        } else {
            report.accept(CheckResult.skipped("warehouse", "the workspace is not usable, see above"));
        }
        // What is kept between questions.
        report.accept(ledger());
        report.accept(audit());
        return results;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void warehouse(Consumer<CheckResult> report) {
        try (Warehouse opened = warehouse.get()) {
            AudienceService.Ports ports = new AudienceService.Ports(
                    opened, new InMemoryBudgetLedger(clock), event -> {}, new SecureRandom(), clock);
            AudienceService service = new AudienceService(ports, config.scopes(), config.privacy(), config.timeZone());
            boolean scans = exact || config.warehouse() instanceof WarehouseConfig.Embedded;
            new TableChecks(config, opened, service, scans).run(report);
        } catch (LeadgenException e) {
            report.accept(CheckResult.failed("warehouse", e));
        }
    }

    private CheckResult ledger() {
        try (JdbcBudgetLedger ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), clock)) {
            LedgerVerification found = ledger.verify();
            LedgerVerification.Break broken = found.firstBreak();
            return broken == null
                    ? CheckResult.ok("ledger", "intact, " + found.rows() + " charges and answers")
                    : CheckResult.failed(
                            "ledger",
                            "it was modified: row " + broken.row() + ": " + broken.reason(),
                            "stop the service and compare it with a backup; see leadgen audit verify");
        } catch (LeadgenException e) {
            return CheckResult.failed("ledger", e);
        }
    }

    private CheckResult audit() {
        Path log = config.auditLog();
        try {
            if (Files.notExists(log)) {
                return writable(log);
            }
            AuditVerification found = JsonLinesAuditSink.verify(log);
            AuditVerification.Break broken = found.firstBreak();
            if (broken != null) {
                return CheckResult.failed(
                        "audit log",
                        "it was modified: line " + broken.line() + ": " + broken.reason(),
                        "compare it with a backup; see leadgen audit verify");
            }
            if (!Files.isWritable(log)) {
                return CheckResult.failed("audit log", "it is not writable", "check the permissions of " + log);
            }
            return isAhead(log)
                    ? CheckResult.failed(
                            "clock",
                            "it is earlier than the last event of the audit log",
                            "correct the clock of this machine; until then charges do not expire")
                    : CheckResult.ok("audit log", "intact, " + found.events() + " events");
        } catch (LeadgenException e) {
            return CheckResult.failed("audit log", e);
        }
    }

    private static CheckResult writable(Path log) {
        Path folder = log.getParent();
        while (folder != null && Files.notExists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && Files.isWritable(folder)
                ? CheckResult.ok("audit log", "the first question creates it")
                : CheckResult.failed(
                        "audit log", "it cannot be created", "check the permissions of the folder of " + log);
    }

    private boolean isAhead(Path log) {
        List<Map<String, @Nullable Object>> last = JsonLinesAuditSink.tail(log, 1);
        return !last.isEmpty()
                && last.get(0).get("at") instanceof String at
                && Instant.parse(at).isAfter(clock.instant());
    }
}
