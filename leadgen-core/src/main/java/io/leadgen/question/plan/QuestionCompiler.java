package io.leadgen.question.plan;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.bind.RelatedTables;
import io.leadgen.predicate.language.bind.RowFilter;
import io.leadgen.predicate.language.fix.FixFinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.AudienceDefinition;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Understands the texts of one question about one table: parse, bind, apply policy, canonicalise. Knows the catalog and the
 * policy, never a row.
 */
public final class QuestionCompiler {
    private final TableSchema schema;
    private final TablePolicy policy;
    private final Population people;
    private final Principal principal;
    private final Caller caller;
    private final LocalDate today;
    private final int mostRows;
    private final RelatedTables related;
    private final PredicateCanonicalizer canonicalizer = new PredicateCanonicalizer();

    /**
     * A compiler for one question.
     *
     * @param schema of a table in the caller's scope
     * @param privacy what is declared about it, and about the other tables with its people
     * @param today what {@code current_date} is
     * @param mostRows how many segments or values an answer has at most
     * @param catalog finds the schemas of other tables in the caller's scope
     */
    public QuestionCompiler(
            TableSchema schema,
            Function<TableName, TableSchema> catalog,
            PrivacyPolicy privacy,
            Principal principal,
            Caller caller,
            LocalDate today,
            int mostRows) {
        this.schema = requireNonNull(schema, "schema");
        this.policy = privacy.table(schema.name());
        this.people = privacy.population(schema.name());
        this.principal = requireNonNull(principal, "principal");
        this.caller = requireNonNull(caller, "caller");
        this.today = requireNonNull(today, "today");
        this.mostRows = mostRows;
        this.related = new PopulationTables(schema, catalog, privacy, caller, today);
    }

    public TableSchema schema() {
        return schema;
    }

    public TablePolicy policy() {
        return policy;
    }

    public LocalDate today() {
        return today;
    }

    public int mostRows() {
        return mostRows;
    }

    /**
     * Understands one of several texts. An error says which one its positions are in.
     *
     * @param name what an error calls the text: {@code step 2}
     */
    public static <T> T part(String name, Supplier<T> understanding) {
        try {
            return understanding.get();
        } catch (LeadgenException e) {
            throw e.inPart(name);
        }
    }

    /**
     * The column of a name.
     *
     * @param part what an error calls the text
     */
    public ColumnRef column(String part, String name) {
        return part(part, () -> ColumnFinder.find(name, 0, schema, policy));
    }

    /**
     * Defines an audience for those who have the table's rows themselves.
     *
     * @throws LeadgenException what is wrong with the predicate
     */
    public AudienceDefinition define(String predicate, String requestId) {
        CompiledQuestion question = compile(predicate);
        Predicate filter = question.rows().predicate();
        return new AudienceDefinition(
                schema.name(),
                predicate,
                filter,
                ColumnsOf.predicate(filter).stream()
                        .flatMap(name -> schema.column(name).stream())
                        .toList(),
                policy.unit(),
                question.applied(),
                requestId);
    }

    /** A question about the people who match a predicate. */
    public CompiledQuestion compile(@Nullable String predicate) {
        return compile(predicate, List.of());
    }

    /**
     * A question about the people who match a predicate.
     *
     * @param further predicates that are added to it
     */
    public CompiledQuestion compile(@Nullable String predicate, List<Predicate> further) {
        List<Predicate> joined = new ArrayList<>();
        List<Predicate> all = new ArrayList<>();
        if (predicate != null) {
            Predicate written = bind(predicate);
            flatten(written, joined);
            all.add(written);
        }
        checkPartition(all, policy);
        all.addAll(further);
        return question(predicate, joined, all);
    }

    private static void flatten(Predicate predicate, List<Predicate> joined) {
        if (predicate instanceof Predicate.And and) {
            and.operands().forEach(operand -> flatten(operand, joined));
        } else {
            joined.add(predicate);
        }
    }

    /** A question whose rows are cut by several predicates, by what an error calls them. */
    public CompiledQuestion compile(Map<String, String> texts) {
        return compile(null, texts);
    }

    /**
     * A question whose rows are cut by several predicates.
     *
     * @param texts those predicates by what an error calls them
     */
    public CompiledQuestion compile(@Nullable String predicate, Map<String, String> texts) {
        List<Predicate> joined = new ArrayList<>();
        List<Predicate> common = new ArrayList<>();
        if (predicate != null) {
            Predicate written = bind(predicate);
            flatten(written, joined);
            common.add(written);
        }
        List<CanonicalPredicate> parts = new ArrayList<>();
        texts.forEach((name, text) -> parts.add(part(name, () -> {
            Predicate part = bind(text);
            List<Predicate> both = new ArrayList<>(common);
            both.add(part);
            checkPartition(both, policy);
            return canonicalizer.keyed(part);
        })));
        return question(predicate, joined, common).withParts(parts);
    }

    /** The question about everyone whom policy lets the caller ask about, on all partitions. */
    public CompiledQuestion everyone() {
        return question(null, List.of(), new ArrayList<>());
    }

    /** The people of a question who match one of its parts at least. */
    public CompiledQuestion inAnyPart(CompiledQuestion question) {
        Predicate any =
                new Predicate.And(List.of(question.rows().predicate(), new Predicate.Or(question.partPredicates())));
        return question.withRows(canonicalizer.keyed(any));
    }

    /** Adds what policy requires: to the tree, where no text of a predicate can get around it. */
    private CompiledQuestion question(@Nullable String predicate, List<Predicate> joined, List<Predicate> predicates) {
        List<Predicate> narrowing = narrowing(predicates);
        List<Predicate> added = new ArrayList<>();
        String required = policy.require();
        if (required != null) {
            added.add(required(required, schema, today));
        }
        String filtered = policy.rowFilter();
        if (filtered != null) {
            Predicate filter = new RowFilter(filtered).bind(caller.attributes(), schema, today);
            filtered = PredicatePrinter.text(filter);
            added.add(filter);
        }
        boolean hidesTime = !caller.callerClass().responseStep().isZero();
        return new CompiledQuestion(
                schema,
                policy,
                people,
                principal,
                caller.callerClass(),
                AppliedPolicy.of(policy, filtered),
                predicate,
                joined,
                hidesTime ? all(narrowing, added).predicate() : null,
                all(predicates, added),
                List.of());
    }

    private CanonicalPredicate all(List<Predicate> some, List<Predicate> others) {
        List<Predicate> all = Stream.concat(some.stream(), others.stream()).toList();
        return canonicalizer.keyed(
                all.isEmpty() ? Predicate.Constant.TRUE : all.size() == 1 ? all.get(0) : new Predicate.And(all));
    }

    /** The conditions on nothing but partition columns: what they select are files, not people. */
    private List<Predicate> narrowing(List<Predicate> predicates) {
        Set<ColumnName> partitions = PopulationTables.partitions(schema, policy);
        return predicates.stream()
                .flatMap(predicate -> ColumnsOf.onlyOn(partitions, predicate).stream())
                .toList();
    }

    private Predicate bind(String text) {
        PredicateLimits limits = PredicateLimits.of(
                caller.callerClass().maxComparisons(), caller.callerClass().maxInValues());
        Set<ColumnName> forbidden = PopulationTables.forbidden(schema, policy);
        return FixFinder.read(
                text,
                any -> new PredicateBinder()
                        .bind(new PredicateParser(limits).parse(any), schema, forbidden, today, related));
    }

    /** The owner's predicate may use every column, those that identify people too. */
    static Predicate required(String text, TableSchema schema, LocalDate today) {
        try {
            return new PredicateBinder()
                    .bind(new PredicateParser(PredicateLimits.UNTRUSTED).parse(text), schema, Set.of(), today);
        } catch (LeadgenException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The condition that the configuration requires for this table is not valid, so no question about it"
                            + " is answered; the operator must fix privacy.tables.<table>.require",
                    e);
        }
    }

    static void checkPartition(List<Predicate> predicates, TablePolicy policy) {
        ColumnName partition = policy.requiredPartition();
        if (partition != null
                && predicates.stream()
                        .noneMatch(predicate -> ColumnsOf.tested(predicate).contains(partition))) {
            throw LeadgenException.of(
                    ErrorCode.PARTITION_REQUIRED,
                    "Every question about this table must filter on its partition column " + partition,
                    "add a condition on " + partition + " to the predicate");
        }
    }

    /**
     * A plan that needs the range of a column: the declared one, else one that is found first.
     *
     * @param then the plan with a range; its price must not depend on it
     */
    public <A> Plan<A> bounded(CompiledQuestion question, UnitValue value, Function<Clamping, Plan.OneScan<A>> then) {
        Bounds declared = policy.column(value.column().name()).bounds();
        return declared == null
                ? new Plan.AfterRange<>(question.text(PredicatePrinter::shape), range(value), then)
                : then.apply(new Clamping(declared, null));
    }

    private Plan.OneScan<Clamping> range(UnitValue value) {
        Grid.Logarithmic grid = new Grid.Logarithmic();
        CompiledQuestion everyone = everyone();
        // A person with one row has one value, however rows are combined: all metrics of the column share its range.
        UnitValue ranged = policy.unit() instanceof PrivacyUnit.Row
                ? new UnitValue(value.column(), UnitValue.Combination.AVERAGE)
                : value;
        Plan.Part histogram = everyone.release(
                everyone.query(new Cells.Bins(ranged, grid), new Measure.Units()),
                Mechanism.range(grid),
                Precision.MAX);
        return Plan.OneScan.of(everyone, histogram, answered -> {
            List<NoisyValue> found = answered.release().cell().details();
            if (found.isEmpty()) {
                throw LeadgenException.of(
                        ErrorCode.METRIC_UNSUPPORTED,
                        "The range of " + value.column().name()
                                + " could not be found privately: too few people have a value in it, or too many lie far"
                                + " from the others",
                        "the data owner can declare it in the configuration: privacy.tables.<table>.columns."
                                + value.column().name() + ".bounds");
            }
            return Clamping.found(found.stream().map(NoisyValue::value).toList());
        });
    }
}
