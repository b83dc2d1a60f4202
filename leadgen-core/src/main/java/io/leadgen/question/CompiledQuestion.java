package io.leadgen.question;

import io.leadgen.catalog.TableSchema;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.privacy.CellValue;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question that is understood: the table is in scope, every name and type is known, policy is applied, and predicates are
 * in canonical form, the only one from which SQL and keys are made.
 *
 * @param principal who pays, or null for what is charged to the table alone
 * @param predicate the predicate as it was written, or null for everyone
 * @param joined what the predicate as it was written joins with AND, in its order; bound, but not canonical
 * @param rows the predicate on all rows that are looked at, with what policy adds
 * @param parts further predicates that cut the rows into cells, in their order
 */
public record CompiledQuestion(
        TableSchema schema,
        TablePolicy policy,
        @Nullable Principal principal,
        CallerClass callerClass,
        AppliedPolicy applied,
        @Nullable String predicate,
        List<Predicate> joined,
        CanonicalPredicate rows,
        List<CanonicalPredicate> parts) {
    public CompiledQuestion {
        joined = List.copyOf(joined);
        parts = List.copyOf(parts);
    }

    /** The canonical predicate on rows. */
    public Predicate filter() {
        return rows.predicate();
    }

    List<Predicate> partPredicates() {
        return parts.stream().map(CanonicalPredicate::predicate).toList();
    }

    /** The predicate on rows, and those of the parts. */
    List<Predicate> predicates() {
        List<Predicate> predicates = new ArrayList<>(List.of(filter()));
        predicates.addAll(partPredicates());
        return predicates;
    }

    /** The canonical predicates without literals, for logs. */
    public String shape() {
        return text(PredicatePrinter::shape);
    }

    String text(Function<Predicate, String> writer) {
        return predicates().stream().map(writer).collect(Collectors.joining("; "));
    }

    CompiledQuestion paidBy(@Nullable Principal payer) {
        return new CompiledQuestion(schema, policy, payer, callerClass, applied, predicate, joined, rows, parts);
    }

    CompiledQuestion withRows(CanonicalPredicate others) {
        return new CompiledQuestion(schema, policy, principal, callerClass, applied, predicate, joined, others, parts);
    }

    CompiledQuestion withParts(List<CanonicalPredicate> others) {
        return new CompiledQuestion(schema, policy, principal, callerClass, applied, predicate, joined, rows, others);
    }

    AggregateQuery query(Cells cells, List<Measure> measures) {
        return new AggregateQuery(schema.name(), policy.unit(), filter(), cells, measures);
    }

    Ask ask(AggregateQuery query, Mechanism mechanism, Precision precision) {
        return new Ask(
                principal,
                callerClass,
                query.table(),
                QuestionKeys.of(this, query, mechanism, precision),
                mechanism,
                precision);
    }

    /** The number of people. */
    Plan.Part count(Precision precision) {
        return Plan.Part.of(this, query(new Cells.Whole(), List.of(new Measure.Units())), Mechanism.count(), precision);
    }

    /** The number of people in each cell. */
    Plan.Part count(Cells cells, Precision precision) {
        return release(cells, List.of(new Measure.Units()), CellValue.COUNT, precision);
    }

    /** The numbers of people in cells, and what else is measured in them. */
    Plan.Part release(Cells cells, List<Measure> measures, CellValue value, Precision precision) {
        AggregateQuery query = query(cells, measures);
        Mechanism mechanism = cells instanceof Cells.FoundGroups found
                ? Mechanism.found(query.cellsPerUnit(), found.atLeast(), value)
                : Mechanism.named(((Cells.Enumerated) cells).size(), query.cellsPerUnit(), value);
        return Plan.Part.of(this, query, mechanism, precision);
    }
}
