package io.leadgen.runtime.doctor;

import io.leadgen.audience.AudienceService;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.warehouse.Warehouse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Examines everything that a question needs, in the order in which a question needs it. Spends no budget, counts nobody, and
 * writes nothing but the files that a first question would write.
 *
 * <p>Bounded in time: every look at something outside this process ends after some seconds.
 */
public final class Doctor {
    private final LeadgenConfig config;
    private final Supplier<Warehouse> warehouse;
    private final InstantSource clock;

    /** @param warehouse opens what the configuration describes; called at most once, and what it returns is closed */
    public Doctor(LeadgenConfig config, Supplier<Warehouse> warehouse, InstantSource clock) {
        this.config = config;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /**
     * Examines; never throws.
     *
     * @param heard gets each finding as soon as it is there
     * @return all findings, in order
     */
    public List<Finding> examine(Consumer<Finding> heard) {
        List<Finding> findings = new ArrayList<>();
        Consumer<Finding> report = finding -> {
            findings.add(finding);
            heard.accept(finding);
        };
        report.accept(Finding.ok(
                "configuration",
                counted(config.scopes().catalogs().size(), "catalog") + " in scope, "
                        + counted(config.privacy().tables().size(), "table") + " declared"));
        boolean reachable = !(config.warehouse() instanceof WarehouseConfig.Databricks databricks)
                || new WorkspaceChecks(databricks, config.auth(), clock).examine(report);
        if (reachable) {
            warehouse(report);
        } else {
            report.accept(Finding.skipped("warehouse", "the workspace cannot be used, see above"));
        }
        new StateChecks(config, clock).examine(report);
        return findings;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void warehouse(Consumer<Finding> report) {
        try (Warehouse opened = warehouse.get()) {
            AudienceService.Ports ports = new AudienceService.Ports(
                    opened, new InMemoryBudgetLedger(clock), event -> {}, new SecureRandom(), clock);
            AudienceService service = new AudienceService(ports, config.scopes(), config.privacy(), config.timeZone());
            new TableChecks(config, opened, service).examine(report);
        } catch (LeadgenException e) {
            report.accept(Finding.failed("warehouse", e));
        }
    }
}
