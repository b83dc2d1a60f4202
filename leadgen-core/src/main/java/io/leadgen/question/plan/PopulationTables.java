package io.leadgen.question.plan;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Operand.ColumnRef;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.predicate.language.bind.RelatedTables;
import io.leadgen.predicate.language.bind.RowFilter;
import io.leadgen.privacy.policy.Caller;
import io.leadgen.privacy.policy.PrivacyPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where else the people of a question's table are, by what the data owner has declared. */
record PopulationTables(
        TableSchema schema,
        Function<TableName, TableSchema> catalog,
        PrivacyPolicy privacy,
        Caller caller,
        LocalDate today)
        implements RelatedTables {

    @Override
    public RelatedTable find(List<String> parts) {
        TableName from = schema.name();
        TableName name = name(parts);
        TableSchema related = catalog.apply(name);
        TablePolicy policy = privacy.table(name);
        if (!name.equals(from) && !privacy.population(from).tables().contains(name)) {
            throw LeadgenException.of(
                    policy.content() == Content.UNDECLARED
                            ? ErrorCode.TABLE_NOT_DECLARED
                            : ErrorCode.PREDICATE_UNSUPPORTED,
                    "Nobody has declared that the tables " + from + " and " + name + " hold the same people",
                    "the data owner adds the same people: NAME to both, under privacy.tables");
        }
        ColumnName unit = unit(from, privacy.table(from));
        ColumnName key = unit(name, policy);
        ColumnRef person = column(schema, unit);
        if (!person.type().equals(column(related, key).type())) {
            throw LeadgenException.of(
                    ErrorCode.TYPE_MISMATCH,
                    "The columns that identify a person in " + from + " and " + name + " differ in type",
                    "the data owner gives both the same type");
        }
        return new RelatedTable(
                new Link(from, person, name, key, partitions(related, policy)),
                related,
                forbidden(related, policy),
                written -> applied(written, related, policy));
    }

    private TableName name(List<String> parts) {
        TableName from = schema.name();
        return switch (parts.size()) {
            case 1 -> new TableName(from.catalog(), from.schema(), parts.get(0));
            case 2 -> new TableName(from.catalog(), parts.get(0), parts.get(1));
            case 3 -> new TableName(parts.get(0), parts.get(1), parts.get(2));
            default ->
                throw LeadgenException.of(
                        ErrorCode.UNKNOWN_TABLE,
                        "A table's name has at most three parts",
                        "write catalog.schema.table");
        };
    }

    private static ColumnName unit(TableName table, TablePolicy policy) {
        @Nullable
        ColumnName unit = policy.unit() instanceof PrivacyUnit.Key key
                ? key.column()
                : ((PrivacyUnit.Row) policy.unit()).identifier();
        if (unit == null) {
            throw LeadgenException.of(
                    ErrorCode.PREDICATE_UNSUPPORTED,
                    "No column identifies a person in " + table + ", so nothing can be looked up by person",
                    "the data owner declares unit: COLUMN for it, under privacy.tables");
        }
        return unit;
    }

    private static ColumnRef column(TableSchema schema, ColumnName name) {
        return schema.column(name)
                .map(column -> new ColumnRef(column.name(), column.type()))
                .orElseThrow(() -> LeadgenException.of(
                        ErrorCode.CONFIG_INVALID,
                        "The column that identifies a person in " + schema.name() + " is not there",
                        "the operator must fix privacy.tables"));
    }

    /** The columns that divide a table: what conditions on them select are files, not people. */
    static Set<ColumnName> partitions(TableSchema schema, TablePolicy policy) {
        Set<ColumnName> dividing = new HashSet<>();
        for (Column column : schema.columns()) {
            if (column.partitionIndex() != null) {
                dividing.add(column.name());
            }
        }
        if (policy.partition() != null) {
            dividing.add(policy.partition().column());
        }
        return dividing;
    }

    /** The columns that questions may not use. */
    static Set<ColumnName> forbidden(TableSchema schema, TablePolicy policy) {
        return schema.columns().stream()
                .map(Column::name)
                .filter(name -> !policy.mayUse(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A condition on rows of a table, with what its owner requires of all of them. */
    private Predicate applied(Predicate written, TableSchema related, TablePolicy policy) {
        QuestionCompiler.checkPartition(List.of(written), policy);
        List<Predicate> all = new ArrayList<>(List.of(written));
        String required = policy.require();
        if (required != null) {
            all.add(QuestionCompiler.required(required, related, today));
        }
        String filter = policy.rowFilter();
        if (filter != null) {
            all.add(new RowFilter(filter).bind(caller.attributes(), related, today));
        }
        return new PredicateCanonicalizer().canonicalize(all.size() == 1 ? written : new Predicate.And(all));
    }
}
