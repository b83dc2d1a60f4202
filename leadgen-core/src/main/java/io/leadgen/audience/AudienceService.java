package io.leadgen.audience;

import static java.util.Objects.requireNonNull;

import io.leadgen.audit.AuditSink;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.BudgetLedger;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.Shape;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.question.Comparing;
import io.leadgen.question.Comparison;
import io.leadgen.question.CompiledQuestion;
import io.leadgen.question.Count;
import io.leadgen.question.Counting;
import io.leadgen.question.Counts;
import io.leadgen.question.Funnel;
import io.leadgen.question.Funnelling;
import io.leadgen.question.Measuring;
import io.leadgen.question.Metric;
import io.leadgen.question.Overlap;
import io.leadgen.question.Overlapping;
import io.leadgen.question.Profile;
import io.leadgen.question.Profiling;
import io.leadgen.question.QuestionCompiler;
import io.leadgen.question.QuestionRunner;
import io.leadgen.question.Segmenting;
import io.leadgen.question.Segments;
import io.leadgen.question.Trend;
import io.leadgen.question.Trending;
import io.leadgen.question.answer.AudienceComparison;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.AudienceEstimate;
import io.leadgen.question.answer.AudienceFunnel;
import io.leadgen.question.answer.AudienceOverlap;
import io.leadgen.question.answer.AudienceSegments;
import io.leadgen.question.answer.AudienceTrend;
import io.leadgen.question.answer.ColumnProfile;
import io.leadgen.question.answer.MetricEstimate;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Questions about audiences. Every number that it returns is a differentially private release that was charged to a budget;
 * names, types and declarations of tables are free.
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
    private static final String CHECK = "check";

    private final Ports ports;
    private final Scopes scopes;
    private final QuestionCompiler compiler;
    private final QuestionRunner releases;
    private final Counting counting;
    private final Measuring measuring;
    private final Segmenting segmenting;
    private final Trending trending;
    private final Funnelling funnelling;
    private final Overlapping overlapping;
    private final Comparing comparing;
    private final Profiling profiling;

    /** @param zone in which {@code current_date} is taken */
    public AudienceService(Ports ports, Scopes scopes, PrivacyPolicy policy, ZoneId zone) {
        this(ports, scopes, policy, zone, MOST_ROWS);
    }

    /**
     * A service.
     *
     * @param zone in which {@code current_date} is taken
     * @param mostRows how many segments or values an answer tells at most
     */
    public AudienceService(Ports ports, Scopes scopes, PrivacyPolicy policy, ZoneId zone, int mostRows) {
        this.ports = requireNonNull(ports, "ports");
        this.scopes = requireNonNull(scopes, "scopes");
        this.compiler = new QuestionCompiler(ports.warehouse(), scopes, policy, ports.clock(), zone);
        this.releases = new QuestionRunner(
                ports.warehouse(), new ReleaseMechanism(ports.ledger(), ports.random(), ports.clock()));
        this.counting = new Counting(compiler, releases);
        this.measuring = new Measuring(compiler, releases);
        this.segmenting = new Segmenting(compiler, releases, measuring, mostRows);
        this.trending = new Trending(compiler, releases);
        this.funnelling = new Funnelling(compiler, releases);
        this.overlapping = new Overlapping(compiler, releases);
        this.comparing = new Comparing(compiler, releases);
        this.profiling = new Profiling(compiler, releases, mostRows);
    }

    /**
     * Lets the warehouse forget what it remembers of its tables, so that whatever is asked next is asked anew. Tells nothing and is
     * no question, so it is in no log.
     */
    public void refreshMetadata() {
        ports.warehouse().refresh();
    }

    /** The catalogs in scope that exist, sorted. */
    public List<String> catalogs(RequestContext context) {
        return audited(
                "catalogs",
                null,
                context,
                call -> call.asking(ports.warehouse()).catalogs().stream()
                        .filter(scopes.catalogs()::contains)
                        .toList());
    }

    /**
     * The schemas of a catalog that are in scope and exist, sorted.
     *
     * @throws LeadgenException OUT_OF_SCOPE, also for a catalog that does not exist
     */
    public List<String> schemas(String catalog, RequestContext context) {
        return audited("schemas", null, context, call -> {
            if (scopes.schemas(catalog).isEmpty()) {
                throw outOfScope("catalog");
            }
            return call.asking(ports.warehouse()).schemas(catalog.toLowerCase(Locale.ROOT)).stream()
                    .filter(schema -> scopes.allows(catalog, schema))
                    .toList();
        });
    }

    /**
     * The tables and views of a schema, sorted.
     *
     * @throws LeadgenException OUT_OF_SCOPE, also for a schema that does not exist
     */
    public List<TableName> tables(String catalog, String schema, RequestContext context) {
        return audited("tables", null, context, call -> {
            if (!scopes.allows(catalog, schema)) {
                throw outOfScope("schema");
            }
            return call.asking(ports.warehouse())
                    .tables(catalog.toLowerCase(Locale.ROOT), schema.toLowerCase(Locale.ROOT));
        });
    }

    private static LeadgenException outOfScope(String what) {
        return LeadgenException.of(
                ErrorCode.OUT_OF_SCOPE,
                "There is no such " + what + ", or it is out of your scope",
                "list the catalogs and schemas that you may ask about");
    }

    /** A table's columns, at most {@link TableMetadata#MOST_COLUMNS} of them, and what is declared about them. */
    public TableMetadata tableMetadata(TableName table, @Nullable String search, RequestContext context) {
        return tableMetadata(table, search, TableMetadata.MOST_COLUMNS, context);
    }

    /**
     * A table's columns, and what is declared about them.
     *
     * @param search words to look for in names, comments and the dictionary, without regard to case; the columns that match
     *     come best first. Null for all, in the order of the table
     * @param most how many columns to tell at most; 1 at least
     */
    public TableMetadata tableMetadata(TableName table, @Nullable String search, int most, RequestContext context) {
        return audited(
                "metadata",
                table,
                context,
                call -> new TableDescriptions(compiler.schema(table, call), compiler.policy(table))
                        .metadata(search, most, compiler.applied(compiler.policy(table)), context.requestId()));
    }

    /** How a table is partitioned. */
    public PartitionInfo partitionInfo(TableName table, RequestContext context) {
        return audited(
                "partitions",
                table,
                context,
                call -> new TableDescriptions(compiler.schema(table, call), compiler.policy(table))
                        .partitions(context.requestId()));
    }

    /** How many people match a condition, at the default precision. */
    public AudienceEstimate approxCount(TableName table, @Nullable String predicate, Principal principal) {
        return approxCount(new Count(table, predicate, Precision.DEFAULT, RequestContext.of(principal)));
    }

    /** How many people match a condition. */
    public AudienceEstimate approxCount(Count request) {
        return audited("count", request.table(), request.context(), call -> counting.count(request, call));
    }

    /** How many people match each of several conditions, from one scan, in the order of the request. */
    public List<AudienceEstimate> approxCounts(Counts request) {
        return audited("counts", request.table(), request.context(), call -> counting.countEach(request, call));
    }

    /** What the people who match a condition are like together. */
    public MetricEstimate aggregateMetric(Metric request) {
        String kind = "metric " + request.metric().name().toLowerCase(Locale.ROOT);
        return audited(kind, request.table(), request.context(), call -> measuring.measure(request, call));
    }

    /** How an audience breaks down. */
    public AudienceSegments segment(Segments request) {
        return audited("segment", request.table(), request.context(), call -> segmenting.segment(request, call));
    }

    /** How an audience changes over time. */
    public AudienceTrend trend(Trend request) {
        return audited("trend", request.table(), request.context(), call -> trending.trend(request, call));
    }

    /** How far people get. */
    public AudienceFunnel funnel(Funnel request) {
        return audited("funnel", request.table(), request.context(), call -> funnelling.funnel(request, call));
    }

    /** How audiences overlap. */
    public AudienceOverlap overlap(Overlap request) {
        return audited("overlap", request.table(), request.context(), call -> overlapping.overlap(request, call));
    }

    /** How one audience differs from another in size: who is in one of the two only, and who in both. */
    public AudienceComparison compare(Comparison request) {
        return audited("compare", request.table(), request.context(), call -> comparing.compare(request, call));
    }

    /** Which values a column has. */
    public ColumnProfile profile(Profile request) {
        return audited("profile", request.table(), request.context(), call -> profiling.profile(request, call));
    }

    /** What a count would ask and cost, without asking or spending. */
    public PredicateCheck check(Count request) {
        return audited(CHECK, request.table(), request.context(), call -> {
            QuestionCompiler.Understood understood = compiler.understand(request.table(), request.predicate(), call);
            CompiledQuestion question = understood.question();
            Price price = Price.of(Shape.COUNT, question.callerClass(), request.precision());
            return new PredicateCheck(
                    request.table(),
                    request.predicate(),
                    PredicatePrinter.text(question.filter()),
                    understood.joined(),
                    List.copyOf(ColumnsOf.predicate(question.filter())),
                    price.least().rho(),
                    price.most().rho(),
                    releases.left(request.context().principal(), question).rho(),
                    question.applied(),
                    ports.warehouse().explain(QuestionRunner.countQuery(question)),
                    request.context().requestId());
        });
    }

    /** What a breakdown would cost, without asking or spending; refuses what {@link #segment} would refuse unasked. */
    public Price price(Segments request) {
        return audited(CHECK, request.table(), request.context(), call -> segmenting.price(request, call));
    }

    /** What a trend would cost, without asking or spending; refuses what {@link #trend} would refuse unasked. */
    public Price price(Trend request) {
        return audited(CHECK, request.table(), request.context(), call -> trending.price(request, call));
    }

    /** What a funnel would cost, without asking or spending; refuses what {@link #funnel} would refuse unasked. */
    public Price price(Funnel request) {
        return audited(CHECK, request.table(), request.context(), call -> funnelling.price(request, call));
    }

    /**
     * What a profile would cost the caller, without asking or spending; refuses what {@link #profile} would refuse unasked. To find
     * the range of a column that nobody has declared is charged to the table alone and is not in it.
     */
    public Price price(Profile request) {
        return audited(CHECK, request.table(), request.context(), call -> profiling.price(request, call));
    }

    /**
     * What an audience is, for those who have the table's rows themselves: the condition with what policy adds. Asks the
     * warehouse nothing about its rows and spends nothing.
     */
    public AudienceDefinition define(TableName table, String predicate, RequestContext context) {
        return audited("export", table, context, call -> {
            CompiledQuestion question = compiler.compile(table, predicate, call);
            return new AudienceDefinition(
                    table,
                    predicate,
                    question.filter(),
                    ColumnsOf.predicate(question.filter()).stream()
                            .flatMap(name -> question.schema().column(name).stream())
                            .toList(),
                    question.policy().unit(),
                    question.applied(),
                    context.requestId());
        });
    }

    /**
     * What the caller may still spend: on all tables, and on one.
     *
     * @param table the table, or null for the caller's own budget only
     */
    public BudgetStatement budget(@Nullable TableName table, RequestContext context) {
        return audited("budget", table, context, call -> {
            if (table != null) {
                compiler.schema(table, call);
            }
            CallerClass callerClass = compiler.caller(context).callerClass();
            return BudgetStatement.of(context, callerClass, table, ports.ledger());
        });
    }

    private <T> T audited(
            String kind, @Nullable TableName table, RequestContext context, Function<AuditedCall, T> work) {
        String callerClass = compiler.caller(context).callerClass().name();
        return AuditedCall.run(kind, table, context, callerClass, ports.audit(), ports.clock(), work);
    }
}
