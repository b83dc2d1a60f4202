package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Charge;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.ReleaseMechanism.Scan;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import io.leadgen.question.Count;
import io.leadgen.question.Metric;
import io.leadgen.question.Question;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;
import io.leadgen.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about audiences. Every number that it returns is a differentially private release that was charged to a
 * budget; names, types and declarations of tables are free.
 *
 * <p>Every method throws {@link LeadgenException} when it does not answer, and leaves one audit event, whether it answers or
 * not. Safe for use by several threads.
 */
public final class AudienceService {

    /**
     * What the service works with.
     *
     * @param random where noise comes from: a {@code SecureRandom} in production
     */
    public record Ports(
            Warehouse warehouse, BudgetLedger ledger, AuditSink audit, RandomGenerator random, InstantSource clock) {}

    private static final int MOST_ROWS = 10_000;

    /** A price does not depend on the range. */
    private static final Clamping ANY_RANGE = new Clamping(new Bounds(0, 100), null);

    private final Ports ports;
    private final Scopes scopes;
    private final PrivacyPolicy policy;
    private final ZoneId zone;
    private final int mostRows;
    private final ReleaseMechanism mechanism;

    /** @param zone in which {@code current_date} is taken */
    public AudienceService(Ports ports, Scopes scopes, PrivacyPolicy policy, ZoneId zone) {
        this(ports, scopes, policy, zone, MOST_ROWS);
    }

    /**
     * A service.
     *
     * @param zone in which {@code current_date} is taken
     * @param mostRows how many segments or values an answer has at most
     */
    public AudienceService(Ports ports, Scopes scopes, PrivacyPolicy policy, ZoneId zone, int mostRows) {
        this.ports = requireNonNull(ports, "ports");
        this.scopes = requireNonNull(scopes, "scopes");
        this.policy = requireNonNull(policy, "policy");
        this.zone = requireNonNull(zone, "zone");
        this.mostRows = mostRows;
        this.mechanism = new ReleaseMechanism(ports.ledger(), ports.random(), ports.clock());
    }

    /**
     * Answers a question: plan, charge, scan, release, audit, answer.
     *
     * @return an answer that was paid for, or one that was paid for before and is still cached
     * @throws LeadgenException <ul>
     *     <li>UNKNOWN_TABLE, also for a table out of scope
     *     <li>what is wrong with the question, such as PREDICATE_SYNTAX, UNKNOWN_COLUMN, COLUMN_FORBIDDEN, TYPE_MISMATCH,
     *         METRIC_UNSUPPORTED, TOO_MANY_CELLS or PARTITION_REQUIRED, before anything is charged
     *     <li>TABLE_NOT_DECLARED if nobody has declared what one person is in the table, and the caller's class needs that
     *     <li>OUT_OF_SCOPE if a row filter needs an attribute that the caller does not have
     *     <li>CONFIG_INVALID if the policy of the table is wrong
     *     <li>BUDGET_EXHAUSTED
     *     <li>WAREHOUSE_UNAVAILABLE, BUSY, TIMEOUT or CANCELLED; what was charged before the scan is not refunded
     *     <li>LEDGER_UNAVAILABLE; AUDIT_UNAVAILABLE, which withholds the answer
     *     <li>INTERNAL for an internal error
     *     </ul>
     */
    public <A> A ask(Question<A> question, RequestContext context) {
        return audited(question.kind(), question.table(), context, call -> {
            Plan<A> plan = plan(question, call);
            return answer(plan.with(range -> answer(range, call)), call);
        });
    }

    private <A> A answer(Plan.OneScan<A> plan, AuditedCall call) {
        PrivacyLoss before = call.cost();
        List<Released> released;
        boolean cached;
        try (Charge charge = mechanism.charge(plan.asks(), plan.perUnit(), call::charged)) {
            cached = charge.open().isEmpty();
            Scan scan = scan(plan, charge, call);
            released = charge.release(scan);
        }
        if (cached && !released.isEmpty() && !released.stream().allMatch(Released::repeated)) {
            // New to this principal: given at once, it would show that somebody else has asked.
            call.hideTime(plan.callerClass().responseStep());
        }
        PrivacyLoss left = left(call.context(), plan.callerClass(), plan.table());
        return plan.answer(released, before, left, call.context().requestId(), call.elapsedMs());
    }

    /**
     * Shows what a question would ask and cost, from the plan that {@link #ask} uses, without asking or spending. Refuses what
     * {@code ask} would refuse before it charges. An answer that is cached costs less than shown, perhaps nothing. Finding the
     * range of a column that nobody has declared is part of the highest cost, and free once it is cached.
     *
     * @throws LeadgenException as {@link #ask} before it charges; LEDGER_UNAVAILABLE; AUDIT_UNAVAILABLE
     */
    public PredicateCheck check(Question<?> question, RequestContext context) {
        return audited("check", question.table(), context, call -> {
            List<Plan.OneScan<?>> plans = new ArrayList<>();
            Plan.OneScan<?> plan = plan(question, call).with(range -> {
                plans.add(range);
                return ANY_RANGE;
            });
            PrivacyLoss before = plans.stream().map(Plan.OneScan::most).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
            plans.add(plan);
            String sql = plans.stream()
                    .map(each -> ports.warehouse().explain(each.query()))
                    .collect(Collectors.joining(";\n"));
            PrivacyLoss left = left(context, plan.callerClass(), question.table());
            return plan.check(before, sql, left, context.requestId());
        });
    }

    /** Counts the people of a table, at the default precision: a short form of {@link #ask}. */
    public AudienceEstimate approxCount(TableName table, Principal principal) {
        return ask(Count.of(table), RequestContext.of(principal));
    }

    /** Counts the people who match a predicate, at the default precision: a short form of {@link #ask}. */
    public AudienceEstimate approxCount(TableName table, String predicate, Principal principal) {
        return ask(Count.of(table).where(predicate), RequestContext.of(principal));
    }

    /** Counts the people who match a predicate: a short form of {@link #ask}. */
    public AudienceEstimate approxCount(Count count, RequestContext context) {
        return ask(count, context);
    }

    /** Computes a number over a column: a short form of {@link #ask}. */
    public MetricEstimate aggregateMetric(Metric metric, RequestContext context) {
        return ask(metric, context);
    }

    private <A> Plan<A> plan(Question<A> question, AuditedCall call) {
        QuestionCompiler compiler = compiler(question.table(), call);
        boolean declared = compiler.policy().content() != Content.UNDECLARED;
        if (!declared && !caller(call.context()).callerClass().undeclaredTables()) {
            throw LeadgenException.of(
                    ErrorCode.TABLE_NOT_DECLARED,
                    "Nobody has declared what one person is in the table " + question.table()
                            + ", so no question about it is answered",
                    "the data owner adds to privacy.tables." + question.table()
                            + " unit: the column that identifies a person, or rows_are_people: true, or public: true");
        }
        Plan<A> plan = question.plan(compiler);
        call.shape(plan.shape());
        return plan;
    }

    private QuestionCompiler compiler(TableName table, AuditedCall call) {
        ScopedCatalog catalog = catalog(call);
        return new QuestionCompiler(
                catalog.schema(table),
                catalog::schema,
                policy,
                call.context().principal(),
                caller(call.context()),
                ports.clock().instant().atZone(zone).toLocalDate(),
                mostRows);
    }

    private Scan scan(Plan.OneScan<?> plan, Charge charge, AuditedCall call) {
        return new Scan() {
            @Override
            public Aggregate run() {
                call.scanned();
                return call.asking(ports.warehouse())
                        .aggregate(plan.query(charge.open()), call.context().cancellation());
            }

            @Override
            public void hideTime() {
                call.hideTime(plan.callerClass().responseStep());
            }
        };
    }

    private PrivacyLoss left(RequestContext context, CallerClass callerClass, TableName table) {
        BudgetLedger.Left left = ports.ledger().left(context.principal(), policy.population(table), callerClass);
        return left.principal().least(callerClass.shownOfTable(left.people()));
    }

    /** Clears the metadata cache of the warehouse. Discloses nothing and is not a question, so it is in no log. */
    public void refreshMetadata() {
        ports.warehouse().refresh();
    }

    private ScopedCatalog catalog(AuditedCall call) {
        return new ScopedCatalog(call.asking(ports.warehouse()), scopes);
    }

    /** The catalogs in scope that exist, sorted. */
    public List<String> catalogs(RequestContext context) {
        return audited("catalogs", null, context, call -> catalog(call).catalogs());
    }

    /**
     * The schemas of a catalog that are in scope and exist, sorted.
     *
     * @throws LeadgenException OUT_OF_SCOPE, also for a catalog that does not exist
     */
    public List<String> schemas(String catalog, RequestContext context) {
        return audited("schemas", null, context, call -> catalog(call).schemas(catalog));
    }

    /**
     * The tables and views of a schema, sorted.
     *
     * @throws LeadgenException OUT_OF_SCOPE, also for a schema that does not exist
     */
    public List<TableName> tables(String catalog, String schema, RequestContext context) {
        return audited("tables", null, context, call -> catalog(call).tables(catalog, schema));
    }

    /** A table's columns, at most {@link TableMetadata#MOST_COLUMNS} of them, and what is declared about them. */
    public TableMetadata tableMetadata(TableName table, @Nullable String search, RequestContext context) {
        return tableMetadata(table, search, TableMetadata.MOST_COLUMNS, context);
    }

    /**
     * A table's columns, and what is declared about them.
     *
     * @param search words to look for in names, comments and the dictionary, without regard to case; the columns that match
     *     best come first. Null for all, in the order of the table
     * @param most how many columns to show at most; 1 at least
     * @throws LeadgenException UNKNOWN_TABLE, also for a table out of scope
     */
    public TableMetadata tableMetadata(TableName table, @Nullable String search, int most, RequestContext context) {
        return audited("metadata", table, context, call -> {
            TablePolicy declared = policy.table(table);
            return new TableDescriptions(catalog(call).schema(table), declared)
                    .metadata(search, most, AppliedPolicy.of(declared, declared.rowFilter()), context.requestId());
        });
    }

    /**
     * How a table is partitioned.
     *
     * @throws LeadgenException UNKNOWN_TABLE, also for a table out of scope
     */
    public PartitionInfo partitionInfo(TableName table, RequestContext context) {
        return audited(
                "partitions",
                table,
                context,
                call -> new TableDescriptions(catalog(call).schema(table), policy.table(table))
                        .partitions(context.requestId()));
    }

    /**
     * Defines an audience for those who have the table's rows themselves: the predicate with what policy adds. Asks the
     * warehouse nothing about its rows and spends nothing.
     *
     * @throws LeadgenException as {@link #check}
     */
    public AudienceDefinition define(TableName table, String predicate, RequestContext context) {
        return audited("export", table, context, call -> {
            AudienceDefinition definition = compiler(table, call).define(predicate, context.requestId());
            call.shape(PredicatePrinter.shape(definition.filter()));
            return definition;
        });
    }

    /**
     * What the caller may still spend: on all tables, and on one.
     *
     * @param table the table, or null for the caller's own budget only
     * @throws LeadgenException UNKNOWN_TABLE, also for a table out of scope; LEDGER_UNAVAILABLE
     */
    public BudgetStatement budget(@Nullable TableName table, RequestContext context) {
        return audited("budget", table, context, call -> {
            if (table != null) {
                catalog(call).schema(table);
            }
            CallerClass callerClass = caller(context).callerClass();
            return BudgetStatement.of(
                    context, callerClass, table == null ? null : policy.population(table), ports.ledger());
        });
    }

    private Caller caller(RequestContext context) {
        return context.caller() != null ? context.caller() : policy.caller(context.principal());
    }

    private <T> T audited(
            String kind, @Nullable TableName table, RequestContext context, Function<AuditedCall, T> work) {
        String callerClass = caller(context).callerClass().name();
        return AuditedCall.run(kind, table, context, callerClass, ports.audit(), ports.clock(), work);
    }
}
