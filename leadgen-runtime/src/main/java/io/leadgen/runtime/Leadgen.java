package io.leadgen.runtime;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.Cancellation;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.audit.LoggedAuditSink;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.config.Limits;
import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.csv.CsvOptions;
import io.leadgen.runtime.demo.DemoFiles;
import io.leadgen.runtime.doctor.CheckResult;
import io.leadgen.runtime.doctor.Doctor;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import io.leadgen.runtime.local.LocalFile;
import io.leadgen.runtime.program.ProgramLog;
import io.leadgen.runtime.propose.ProposedValues;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: opens a configuration and provides an {@link AudienceService}. Only this class knows all adapters.
 *
 * <pre>{@code
 * try (Leadgen leadgen = Leadgen.open(Path.of("config.yml"))) {
 *     AudienceService audience = leadgen.audience();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. Closing it stops the engine; running questions fail with an error.
 *
 * <p>Budgets outlive this object: they are stored in the configured ledger. The first question that needs the ledger opens it, and
 * any number of processes can share it.
 */
public final class Leadgen implements AutoCloseable {
    /** Time in the queue after which a question fails with BUSY. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration NO_LIMIT = Duration.ofSeconds(-1);
    /** The principal whose budget {@link #check} reads. */
    private static final Principal CHECK = Principal.of("leadgen-check");

    private final Warehouse warehouse;
    private final JdbcBudgetLedger ledger;
    private final AudienceService audience;
    private final boolean propagateRequestIds;

    private Leadgen(LeadgenConfig config, Map<TableName, Map<ColumnName, String>> comments) {
        this(config, warehouse(config, comments));
    }

    private Leadgen(LeadgenConfig config, Warehouse warehouse) {
        Clock clock = Clock.systemUTC();
        this.warehouse = warehouse;
        this.ledger = new JdbcBudgetLedger(config.ledger(), config.ledgerMark(), clock);
        AuditSink audit = audit(config);
        this.audience = new AudienceService(
                new AudienceService.Ports(warehouse, ledger, audit, new SecureRandom(), clock),
                config.scopes(),
                config.privacy(),
                config.timeZone(),
                config.limits().maxRows());
        this.propagateRequestIds = config.observability().propagateRequestIds();
    }

    /**
     * Opens a configuration file; {@code ${NAME}} in it is replaced by the environment variable.
     *
     * @throws LeadgenException CONFIG_INVALID with every error of the file and its position; WAREHOUSE_UNAVAILABLE if the engine
     *     does not start
     */
    public static Leadgen open(Path configFile) {
        return open(LeadgenConfig.load(configFile, System.getenv()));
    }

    /**
     * Opens a configuration.
     *
     * @throws LeadgenException CONFIG_INVALID if it contradicts itself or a file is missing; WAREHOUSE_UNAVAILABLE if the engine does
     *     not start
     */
    public static Leadgen open(LeadgenConfig config) {
        return new Leadgen(config, Map.of());
    }

    /**
     * Opens one file as the only table, with the classes, principals, limits, ledger and audit log of a configuration.
     *
     * @param unit returns the privacy unit for the columns of the file
     * @throws LeadgenException INVALID_ARGUMENT if the file does not match its extension, WAREHOUSE_UNAVAILABLE if the engine does
     *     not start, or that of {@code unit}
     */
    public static Leadgen open(LeadgenConfig config, LocalFile file, Function<TableSchema, PrivacyUnit> unit) {
        return open(config, file, CsvOptions.NONE, unit);
    }

    /**
     * The same, with what is declared about a CSV file.
     *
     * @throws LeadgenException as above
     */
    public static Leadgen open(
            LeadgenConfig config, LocalFile file, CsvOptions options, Function<TableSchema, PrivacyUnit> unit) {
        DuckDbLimits limits = duckDb(config.warehouse());
        Warehouse warehouse = file.warehouse(limits, options, null);
        try {
            TableSchema schema = warehouse.describe(file.name()).orElseThrow();
            PrivacyUnit chosen = unit.apply(schema);
            if (chosen instanceof PrivacyUnit.Key key && isConverted(schema, key)) {
                warehouse.close();
                warehouse = file.warehouse(limits, options, key.column());
            }
            return new Leadgen(
                    config.serving(file.name(), file.path(), chosen),
                    new BoundedWarehouse(warehouse, limits(config.limits())));
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /** Whether values of the unit's column may differ from what is written in the file. */
    private static boolean isConverted(TableSchema schema, PrivacyUnit.Key unit) {
        return schema.comment() != null
                && schema.column(unit.column())
                        .map(Column::type)
                        .filter(type -> !type.equals(ColumnType.STRING))
                        .isPresent();
    }

    /**
     * Opens the demo: a million generated customers and real people of a public census, as Parquet files. They are created at first
     * use, which takes some seconds.
     *
     * @param progress gets a line for each step that takes time
     * @throws LeadgenException CONFIG_INVALID if the folder is not writable; WAREHOUSE_UNAVAILABLE if the engine does not start
     */
    public static Leadgen demo(LeadgenHome home, Consumer<String> progress) {
        Path config = DemoFiles.prepare(home, progress);
        Map<String, String> environment = home.within(Map.of());
        return new Leadgen(LeadgenConfig.load(config, environment), DemoFiles.columnComments());
    }

    /** Checks the configuration and its connections, and scans embedded tables only. */
    public static List<CheckResult> diagnose(LeadgenConfig config, Consumer<CheckResult> listener) {
        return diagnose(config, false, listener);
    }

    /**
     * Checks the configuration and its connections without asking a question. Never throws. The results are for the operator: they
     * can hold exact numbers of rows.
     *
     * @param exact whether to scan every declared table for whether its people are what is declared; embedded ones are scanned in
     *     any case
     * @param listener gets each result as soon as it is available
     * @return all results, in order
     */
    public static List<CheckResult> diagnose(LeadgenConfig config, boolean exact, Consumer<CheckResult> listener) {
        return new Doctor(config, () -> warehouse(config, Map.of()), Clock.systemUTC(), exact).run(listener);
    }

    /**
     * Values of the columns of text of all embedded tables, which their owner may want to declare. Only values that many people share
     * are found. Tables that cannot be read have none.
     *
     * @return by table and column
     */
    public static Map<TableName, Map<ColumnName, List<String>>> proposedValues(LeadgenConfig config) {
        Map<TableName, Map<ColumnName, List<String>>> proposed = new LinkedHashMap<>();
        if (config.warehouse() instanceof WarehouseConfig.Embedded embedded) {
            try (Warehouse files = warehouse(config, Map.of())) {
                embedded.tables()
                        .keySet()
                        .forEach(table -> proposed.put(
                                table,
                                ProposedValues.of(
                                        files,
                                        table,
                                        config.privacy().table(table).unit())));
            } catch (LeadgenException e) {
                proposed.clear(); // what cannot be opened is said by doctor
            }
        }
        return proposed;
    }

    /** The service that answers questions. */
    public AudienceService audience() {
        return audience;
    }

    /**
     * The context of a question.
     *
     * @param requestId the caller's id for logs and for the warehouse's history, or null for a random one. Ignored if the
     *     configuration sets {@code propagate_request_ids: false}
     */
    public RequestContext request(Principal principal, @Nullable String requestId, Cancellation cancellation) {
        return request(principal, null, requestId, cancellation);
    }

    /**
     * The context of a question with authenticated attributes.
     *
     * @param caller class and attributes, for example of a token; they replace those of the configuration. Null to use the
     *     configuration
     * @param requestId as above
     */
    public RequestContext request(
            Principal principal, @Nullable Caller caller, @Nullable String requestId, Cancellation cancellation) {
        String id = requestId != null && propagateRequestIds
                ? requestId
                : UUID.randomUUID().toString();
        return new RequestContext(principal, id, cancellation, caller);
    }

    /**
     * Returns if warehouse and ledger are available. Reads no row, costs no budget and is not logged.
     *
     * @throws LeadgenException WAREHOUSE_UNAVAILABLE or LEDGER_UNAVAILABLE
     */
    public void check() {
        warehouse.catalogs();
        ledger.left(CHECK, CallerClass.UNTRUSTED);
    }

    private static Warehouse warehouse(LeadgenConfig config, Map<TableName, Map<ColumnName, String>> comments) {
        QueryLimits limits = limits(config.limits());
        return new BoundedWarehouse(engine(config, limits, comments), limits);
    }

    private static Warehouse engine(
            LeadgenConfig config, QueryLimits limits, Map<TableName, Map<ColumnName, String>> comments) {
        if (config.warehouse() instanceof WarehouseConfig.Databricks databricks) {
            AuthConfig auth = requireNonNull(config.auth(), "auth is required for a Databricks warehouse");
            return DatabricksWarehouse.of(databricks, auth, limits);
        }
        WarehouseConfig.Embedded embedded = (WarehouseConfig.Embedded) config.warehouse();
        return DuckDbWarehouse.open(
                new EmbeddedTables(embedded.tables(), comments, embedded.csv(), units(config)), duckDb(embedded));
    }

    private static Map<TableName, ColumnName> units(LeadgenConfig config) {
        Map<TableName, ColumnName> units = new HashMap<>();
        config.privacy().tables().forEach((table, policy) -> {
            if (policy.unit() instanceof PrivacyUnit.Key key) {
                units.put(table, key.column());
            }
        });
        return units;
    }

    private static DuckDbLimits duckDb(WarehouseConfig place) {
        DuckDbLimits standard = DuckDbLimits.defaults();
        Integer threads = place instanceof WarehouseConfig.Embedded embedded ? embedded.threads() : null;
        return threads == null ? standard : new DuckDbLimits(threads, standard.memoryBytes());
    }

    /** Starts logging only at level DEBUG, because that takes time. */
    private static AuditSink audit(LeadgenConfig config) {
        AuditSink file = new JsonLinesAuditSink(config.auditLog());
        LogLevel level = config.observability().logLevel();
        if (level.compareTo(LogLevel.DEBUG) < 0) {
            return file;
        }
        ProgramLog.level(level);
        return new LoggedAuditSink(file);
    }

    private static QueryLimits limits(Limits limits) {
        Duration timeout = limits.queryTimeout();
        return new QueryLimits(limits.maxConcurrentQueries(), LONGEST_WAIT, timeout == null ? NO_LIMIT : timeout);
    }

    @Override
    public void close() {
        ledger.close();
        warehouse.close();
    }
}
