package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.audience.RequestContext;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.Scopes;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.DidYouMean;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.PredicateBinder;
import io.leadgen.predicate.language.bind.RowFilter;
import io.leadgen.predicate.language.fix.FixFinder;
import io.leadgen.predicate.language.lex.PredicateLimits;
import io.leadgen.predicate.language.parse.PredicateParser;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first half of the pipeline: parse, bind, apply policy, canonicalise. Reads the catalog, never a row. */
public final class QuestionCompiler {
    private final Warehouse warehouse;
    private final Scopes scopes;
    private final PrivacyPolicy policy;
    private final InstantSource clock;
    private final ZoneId zone;

    public QuestionCompiler(
            Warehouse warehouse, Scopes scopes, PrivacyPolicy policy, InstantSource clock, ZoneId zone) {
        this.warehouse = warehouse;
        this.scopes = scopes;
        this.policy = policy;
        this.clock = clock;
        this.zone = zone;
    }

    /** What the catalog says of a table in scope; a table out of scope looks like one that does not exist. */
    public TableSchema schema(TableName table, AuditedCall call) {
        if (!scopes.allows(table)) {
            throw unknownTable(List.of(), table);
        }
        Warehouse asked = call.asking(warehouse);
        return asked.describe(table)
                .orElseThrow(() -> unknownTable(asked.tables(table.catalog(), table.schema()), table));
    }

    /** @param beside what the caller may know of: the tables of a schema that is in scope */
    private static LeadgenException unknownTable(List<TableName> beside, TableName table) {
        return LeadgenException.of(
                ErrorCode.UNKNOWN_TABLE,
                "There is no such table, or it is out of your scope",
                DidYouMean.nearest(
                                table.table(),
                                beside.stream().map(TableName::table).toList())
                        .map(near -> "did you mean " + new TableName(table.catalog(), table.schema(), near) + "?")
                        .orElse("list the catalogs, schemas and tables that you may ask about"));
    }

    public TablePolicy policy(TableName table) {
        return policy.table(table);
    }

    public Caller caller(RequestContext context) {
        return context.caller() != null ? context.caller() : policy.caller(context.principal());
    }

    /** Understands a question about the people who match a condition. */
    public CompiledQuestion compile(TableName table, @Nullable String predicate, AuditedCall call) {
        return compile(table, predicate, null, call);
    }

    /**
     * Understands a question about the people who match a condition.
     *
     * @param counted only people with a value in this column, or null for all
     */
    public CompiledQuestion compile(
            TableName table, @Nullable String predicate, @Nullable Predicate counted, AuditedCall call) {
        return understand(table, predicate, counted, call).question();
    }

    /**
     * A question beside the condition that it was made of.
     *
     * @param written the predicate as it was written: bound, but not canonical; null where there is none
     */
    public record Understood(
            CompiledQuestion question, @Nullable Predicate written) {

        /**
         * The conditions that the predicate joins with AND, in the order in which they are written. One for a predicate that is no
         * AND.
         */
        public List<Predicate> joined() {
            List<Predicate> conditions = new ArrayList<>();
            if (written != null) {
                flatten(written, conditions);
            }
            return conditions;
        }
    }

    /** Understands a question about the people who match a condition, and keeps the condition. */
    public Understood understand(TableName table, @Nullable String predicate, AuditedCall call) {
        return understand(table, predicate, null, call);
    }

    private Understood understand(
            TableName table, @Nullable String predicate, @Nullable Predicate counted, AuditedCall call) {
        TableSchema schema = schema(table, call);
        TablePolicy tablePolicy = policy.table(table);
        Caller caller = caller(call.context());

        Predicate written = predicate == null ? null : bind(predicate, schema, tablePolicy, caller.callerClass());
        List<Predicate> conditions = new ArrayList<>();
        if (written != null) {
            conditions.add(written);
        }
        checkPartition(conditions, tablePolicy);
        if (counted != null) {
            conditions.add(counted);
        }
        CompiledQuestion question = question(schema, tablePolicy, caller, conditions);
        call.shape(PredicatePrinter.shape(question.filter()));
        return new Understood(question, written);
    }

    private static void flatten(Predicate predicate, List<Predicate> conditions) {
        if (predicate instanceof Predicate.And and) {
            and.operands().forEach(operand -> flatten(operand, conditions));
        } else {
            conditions.add(predicate);
        }
    }

    /**
     * A question about people, and conditions that cut them into cells.
     *
     * @param conditions canonical, in the order of their texts
     */
    record Parts(CompiledQuestion question, List<Predicate> conditions) {}

    /**
     * Understands a question that has several conditions beside the one on all rows.
     *
     * @param texts the conditions by what an error calls them
     */
    Parts compileParts(TableName table, @Nullable String predicate, Map<String, String> texts, AuditedCall call) {
        TableSchema schema = schema(table, call);
        TablePolicy tablePolicy = policy.table(table);
        Caller caller = caller(call.context());
        List<Predicate> common = new ArrayList<>();
        if (predicate != null) {
            common.add(bind(predicate, schema, tablePolicy, caller.callerClass()));
        }
        List<Predicate> conditions = new ArrayList<>();
        texts.forEach((name, text) -> conditions.add(Part.of(name, () -> {
            Predicate condition = bind(text, schema, tablePolicy, caller.callerClass());
            List<Predicate> both = new ArrayList<>(common);
            both.add(condition);
            checkPartition(both, tablePolicy);
            return new PredicateCanonicalizer().canonicalize(condition);
        })));
        CompiledQuestion question = question(schema, tablePolicy, caller, common);
        call.shape(Stream.concat(Stream.of(question.filter()), conditions.stream())
                .map(PredicatePrinter::shape)
                .collect(Collectors.joining("; ")));
        return new Parts(question, conditions);
    }

    /** The question about everyone whom policy lets the caller ask about, on all partitions. */
    CompiledQuestion everyone(TableName table, AuditedCall call) {
        return question(schema(table, call), policy.table(table), caller(call.context()), new ArrayList<>());
    }

    /** Adds what policy asks for: to the tree, where no text of a predicate can get around it. */
    private CompiledQuestion question(
            TableSchema schema, TablePolicy tablePolicy, Caller caller, List<Predicate> conditions) {
        if (tablePolicy.require() != null) {
            conditions.add(required(tablePolicy.require(), schema));
        }
        String filtered = null;
        if (tablePolicy.rowFilter() != null) {
            Predicate filter = new RowFilter(tablePolicy.rowFilter()).bind(caller.attributes(), schema, today());
            filtered = PredicatePrinter.text(filter);
            conditions.add(filter);
        }
        Predicate all = conditions.isEmpty()
                ? Predicate.Constant.TRUE
                : conditions.size() == 1 ? conditions.get(0) : new Predicate.And(conditions);
        return new CompiledQuestion(
                schema,
                tablePolicy,
                caller.callerClass(),
                new PredicateCanonicalizer().canonicalize(all),
                applied(tablePolicy, filtered));
    }

    /** What policy will add to a question, with the attributes of nobody. */
    public AppliedPolicy applied(TablePolicy tablePolicy) {
        return applied(tablePolicy, tablePolicy.rowFilter());
    }

    private static AppliedPolicy applied(TablePolicy tablePolicy, @Nullable String rowFilter) {
        ColumnName partition = tablePolicy.requiredPartition();
        return new AppliedPolicy(tablePolicy.require(), rowFilter, partition == null ? null : partition.value());
    }

    private Predicate bind(String text, TableSchema schema, TablePolicy tablePolicy, CallerClass callerClass) {
        PredicateLimits limits = PredicateLimits.of(callerClass.maxComparisons(), callerClass.maxInValues());
        Set<ColumnName> forbidden = schema.columns().stream()
                .map(Column::name)
                .filter(name -> !tablePolicy.mayUse(name))
                .collect(Collectors.toUnmodifiableSet());
        return FixFinder.read(
                text,
                any -> new PredicateBinder().bind(new PredicateParser(limits).parse(any), schema, forbidden, today()));
    }

    /** The owner's condition may use every column, those that identify people too. */
    private Predicate required(String text, TableSchema schema) {
        try {
            return new PredicateBinder()
                    .bind(new PredicateParser(PredicateLimits.UNTRUSTED).parse(text), schema, Set.of(), today());
        } catch (LeadgenException e) {
            throw LeadgenException.causedBy(
                    ErrorCode.CONFIG_INVALID,
                    "The condition that the configuration requires for this table is not valid, so no question about it"
                            + " is answered; the operator must mend privacy.tables.<table>.require",
                    e);
        }
    }

    private static void checkPartition(List<Predicate> conditions, TablePolicy tablePolicy) {
        ColumnName partition = tablePolicy.requiredPartition();
        if (partition != null
                && conditions.stream()
                        .noneMatch(condition -> ColumnsOf.predicate(condition).contains(partition))) {
            throw LeadgenException.of(
                    ErrorCode.PARTITION_REQUIRED,
                    "Every question about this table must filter on its partition column " + partition,
                    "add a condition on " + partition + " to the predicate");
        }
    }

    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }
}
