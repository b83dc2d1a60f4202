package io.leadgen.mcp;

import io.leadgen.audience.AudienceService;
import io.leadgen.audit.AuditSink;
import io.leadgen.privacy.InMemoryBudgetLedger;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** 3,000 invented people in a file, behind the real engine; only the noise comes from a seed, and the clock stands still. */
public final class People {
    /** The configuration, for a process; the file with people is beside it. */
    public static final String CONFIG = """
            warehouse: {embedded: {tables: {main.leads.people: people.csv, main.leads.visits: people.csv}}}
            privacy:
              classes:
                poor: {principal_budget: 0.000001}
              tables:
                main.leads.people:
                  unit: uid
                  rows_are_people: true
                  require: "consent = TRUE"
                  columns:
                    age: {bounds: [18, 100]}
                    spend: {bounds: [0, 300]}
                    income_level: {values: [low, medium, high]}
                main.leads.visits:
                  unit: uid
                  partition: {column: par_month, required: true}
            principals:
              beggar: {class: poor}
            """;

    private People() {}

    /** Writes the people and the configuration into a folder. */
    public static Path in(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("uid,age,income_level,spend,consent,par_month,joined\n");
        Random random = new Random(7);
        String[] levels = {"low", "medium", "high"};
        for (int i = 0; i < 3000; i++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "u%04d,%d,%s,%d.%02d,%b,%d,%s%n",
                    i,
                    18 + random.nextInt(70),
                    levels[i % 3],
                    random.nextInt(300),
                    random.nextInt(100),
                    i % 10 != 0,
                    202601 + i % 12,
                    LocalDate.of(2026, 1 + i % 6, 1 + i % 28)));
        }
        Files.writeString(folder.resolve("people.csv"), rows);
        return Files.writeString(folder.resolve("config.yml"), CONFIG);
    }

    /** A service over the people, opened by the first question. */
    public static Service service(Path folder) {
        return service(folder, warehouse -> warehouse, event -> {});
    }

    /** A service over the people, with something between it and the warehouse, and something that hears what is recorded. */
    public static Service service(Path folder, UnaryOperator<Warehouse> between, AuditSink audit) {
        return new Service(folder, between, audit);
    }

    /** A service that opens at the first question. */
    public static final class Service implements Supplier<AudienceService>, AutoCloseable {
        private final Path folder;
        private final UnaryOperator<Warehouse> between;
        private final AuditSink audit;
        private @Nullable Warehouse warehouse;
        private @Nullable AudienceService audience;

        private Service(Path folder, UnaryOperator<Warehouse> between, AuditSink audit) {
            this.folder = folder;
            this.between = between;
            this.audit = audit;
        }

        @Override
        public synchronized AudienceService get() {
            if (audience == null) {
                audience = open();
            }
            return audience;
        }

        private AudienceService open() {
            try {
                LeadgenConfig config = LeadgenConfig.load(in(folder), Map.of("LEADGEN_HOME", folder.toString()));
                WarehouseConfig.Embedded embedded = (WarehouseConfig.Embedded) config.warehouse();
                warehouse = between.apply(
                        DuckDbWarehouse.open(EmbeddedTables.of(embedded.tables()), new DuckDbLimits(1, 256L << 20)));
                InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
                return new AudienceService(
                        new AudienceService.Ports(
                                warehouse, new InMemoryBudgetLedger(clock), audit, new Random(11), clock),
                        config.scopes(),
                        config.privacy(),
                        config.timeZone());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void close() {
            if (warehouse != null) {
                warehouse.close();
            }
        }
    }
}
