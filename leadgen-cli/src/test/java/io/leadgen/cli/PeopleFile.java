package io.leadgen.cli;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.cli.source.ServiceSource;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;

/**
 * The real thing, only that the noise comes from a seed and the clock stands still: a configuration file, a CSV file with 3,000
 * invented people, DuckDB.
 */
final class PeopleFile {
    private static final String CONFIG = """
            warehouse: {embedded: {tables: {main.leads.people: people.csv, main.leads.visits: people.csv}}}
            privacy:
              classes:
                poor: {principal_budget: 0.000001}
                thrifty: {principal_budget: 0.000314}
              tables:
                main.leads.people:
                  unit: uid
                  rows_are_people: true
                  require: "consent = TRUE"
                  columns:
                    age: {bounds: [18, 100]}
                    income_level: {values: [low, medium, high]}
                main.leads.visits:
                  unit: uid
                  partition: {column: par_month, required: true}
            principals:
              beggar: {class: poor}
              saver: {class: thrifty}
            """;

    private PeopleFile() {}

    static ServiceSource in(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("uid,age,income_level,spend,consent,par_month,joined\n");
        Random random = new Random(7);
        String[] levels = {"low", "medium", "high"};
        for (int i = 0; i < 3000; i++) {
            rows.append("u%04d,%d,%s,%d.%02d,%b,%d,%s%n"
                    .formatted(
                            i,
                            18 + random.nextInt(70),
                            levels[i % 3],
                            random.nextInt(300),
                            random.nextInt(100),
                            i % 10 != 0,
                            202601 + i % 12,
                            LocalDate.of(2026, 1 + i % 7 * (i % 5) / 3, 1 + i % 28)));
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        Path config = Files.writeString(folder.resolve("config.yml"), CONFIG);
        Map<String, String> environment = Map.of("LEADGEN_HOME", folder.toString());
        return (file, demo, progress) -> open(LeadgenConfig.load(config, environment));
    }

    /** Any configuration of files, over a clock that stands still. */
    static ServiceSource.Opened open(LeadgenConfig config) {
        WarehouseConfig.Embedded embedded = (WarehouseConfig.Embedded) config.warehouse();
        DuckDbWarehouse warehouse =
                DuckDbWarehouse.open(EmbeddedTables.of(embedded.tables()), new DuckDbLimits(1, 256L << 20));
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
        AuditSink nowhere = event -> {};
        AudienceService audience = new AudienceService(
                new AudienceService.Ports(warehouse, new InMemoryBudgetLedger(clock), nowhere, new Random(11), clock),
                config.scopes(),
                config.privacy(),
                config.timeZone());
        return new ServiceSource.Opened() {
            @Override
            public LeadgenConfig config() {
                return config;
            }

            @Override
            public AudienceService audience() {
                return audience;
            }

            @Override
            public void close() {
                warehouse.close();
            }
        };
    }
}
