package io.leadgen.runtime;

import static java.util.Objects.requireNonNull;

import io.leadgen.audience.AudienceService;
import io.leadgen.audience.RequestContext;
import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.runtime.audit.JsonLinesAuditSink;
import io.leadgen.runtime.config.AuthConfig;
import io.leadgen.runtime.config.LeadgenConfig;
import io.leadgen.runtime.config.LeadgenHome;
import io.leadgen.runtime.config.Limits;
import io.leadgen.runtime.config.Observability.LogLevel;
import io.leadgen.runtime.config.WarehouseConfig;
import io.leadgen.runtime.demo.DemoFiles;
import io.leadgen.runtime.doctor.Doctor;
import io.leadgen.runtime.doctor.Finding;
import io.leadgen.runtime.ledger.JdbcBudgetLedger;
import io.leadgen.runtime.local.LocalFile;
import io.leadgen.runtime.log.LoggedAuditSink;
import io.leadgen.runtime.log.ProgramLog;
import io.leadgen.runtime.warehouse.BoundedWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.runtime.warehouse.databricks.DatabricksWarehouse;
import io.leadgen.runtime.warehouse.duckdb.DuckDbLimits;
import io.leadgen.runtime.warehouse.duckdb.DuckDbWarehouse;
import io.leadgen.runtime.warehouse.duckdb.EmbeddedTables;
import io.leadgen.warehouse.Cancellation;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * leadgen, ready to be asked: a configuration goes in, an {@link AudienceService} comes out. The only place that knows what is
 * plugged into what.
 *
 * <p>Safe for use by several threads. Closing it ends the engine; questions that are still under way end with an error.
 *
 * <p>Budgets outlive this object: they stand in the configured ledger, which is opened by the first question that needs it and may
 * be shared by any number of processes.
 */
public final class Leadgen implements AutoCloseable {
    /** How long a question waits for a free place at the warehouse before it is told that the warehouse is busy. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration NO_LIMIT = Duration.ofSeconds(-1);
    /** Whose budget is looked at to see whether there is a ledger. */
    private static final Principal NOBODY = Principal.of("leadgen-check");

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
     * Opens what a configuration file describes; {@code ${NAME}} in it stands for this process's environment.
     *
     * @throws LeadgenException CONFIG_INVALID with every problem of the file and its place; WAREHOUSE_UNAVAILABLE if the engine
     *     does not start
     */
    public static Leadgen open(Path configFile) {
        return open(LeadgenConfig.load(configFile, System.getenv()));
    }

    /** Opens what a configuration describes. */
    public static Leadgen open(LeadgenConfig config) {
        return new Leadgen(config, Map.of());
    }

    /**
     * Opens one file as the only table, under a configuration's classes, principals and limits, with its ledger and audit log.
     *
     * @param unit says, from the file's columns, what one person is
     * @throws LeadgenException INVALID_ARGUMENT if the file is not what it seems, WAREHOUSE_UNAVAILABLE if the engine does not
     *     start, or what {@code unit} throws
     */
    public static Leadgen open(LeadgenConfig config, LocalFile file, Function<TableSchema, PrivacyUnit> unit) {
        Warehouse warehouse = new BoundedWarehouse(file.warehouse(duckDb(config.warehouse())), limits(config.limits()));
        try {
            TableSchema schema = warehouse.describe(file.name()).orElseThrow();
            return new Leadgen(config.serving(file.name(), file.path(), unit.apply(schema)), warehouse);
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    /**
     * Opens the demo: a million invented customers and real people of a public census, as ordinary files under an ordinary
     * policy. The files are made at first use, which takes some seconds.
     *
     * @param progress gets a line for each step that takes time
     */
    public static Leadgen demo(LeadgenHome home, Consumer<String> progress) {
        Path config = DemoFiles.prepare(home, progress);
        Map<String, String> environment = home.within(Map.of());
        return new Leadgen(LeadgenConfig.load(config, environment), DemoFiles.columnComments());
    }

    /**
     * Looks for what would keep questions from being answered, without asking any.
     *
     * @param heard gets each finding as soon as it is there
     */
    public static List<Finding> examine(LeadgenConfig config, Consumer<Finding> heard) {
        return new Doctor(config, () -> warehouse(config, Map.of()), Clock.systemUTC()).examine(heard);
    }

    /** The questions that can be asked. */
    public AudienceService audience() {
        return audience;
    }

    /**
     * The context of a question.
     *
     * @param requestId the caller's own id, kept unless the configuration says {@code propagate_request_ids: false}; null for
     *     a new one
     */
    public RequestContext request(Principal principal, @Nullable String requestId, Cancellation cancellation) {
        return request(principal, null, requestId, cancellation);
    }

    /**
     * The context of a question of somebody whom a token or the like speaks for.
     *
     * @param caller what is vouched for, in place of what the configuration says about the principal; null for the latter
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
     * Returns if warehouse and ledger can be reached. Reads no row, costs nothing, and is in no log.
     *
     * @throws LeadgenException WAREHOUSE_UNAVAILABLE or LEDGER_UNAVAILABLE
     */
    public void check() {
        warehouse.catalogs();
        ledger.left(NOBODY, CallerClass.UNTRUSTED);
    }

    private static Warehouse warehouse(LeadgenConfig config, Map<TableName, Map<ColumnName, String>> comments) {
        QueryLimits limits = limits(config.limits());
        return new BoundedWarehouse(engine(config, limits, comments), limits);
    }

    private static Warehouse engine(
            LeadgenConfig config, QueryLimits limits, Map<TableName, Map<ColumnName, String>> comments) {
        if (config.warehouse() instanceof WarehouseConfig.Databricks databricks) {
            AuthConfig auth = requireNonNull(config.auth(), "a Databricks warehouse is read with its auth");
            return DatabricksWarehouse.of(databricks, auth, limits);
        }
        WarehouseConfig.Embedded embedded = (WarehouseConfig.Embedded) config.warehouse();
        return DuckDbWarehouse.open(new EmbeddedTables(embedded.tables(), comments), duckDb(embedded));
    }

    private static DuckDbLimits duckDb(WarehouseConfig place) {
        DuckDbLimits standard = DuckDbLimits.defaults();
        Integer threads = place instanceof WarehouseConfig.Embedded embedded ? embedded.threads() : null;
        return threads == null ? standard : new DuckDbLimits(threads, standard.memoryBytes());
    }

    /** The program's log starts with the first question that needs it: a command that answers one has no time for it. */
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
