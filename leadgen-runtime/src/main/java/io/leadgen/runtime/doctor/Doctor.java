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
 * Checks everything that a question needs, in the order in which it is needed. Spends no budget, and writes only the files that
 * the first question would write. Each access to another system has a timeout of some seconds.
 */
public final class Doctor {
    private final LeadgenConfig config;
    private final Supplier<Warehouse> warehouse;
    private final InstantSource clock;

    /** @param warehouse opens the configured warehouse; called at most once, and the result is closed */
    public Doctor(LeadgenConfig config, Supplier<Warehouse> warehouse, InstantSource clock) {
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
        new StateChecks(config, clock).run(report);
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
            new TableChecks(config, opened, service).run(report);
        } catch (LeadgenException e) {
            report.accept(CheckResult.failed("warehouse", e));
        }
    }
}
