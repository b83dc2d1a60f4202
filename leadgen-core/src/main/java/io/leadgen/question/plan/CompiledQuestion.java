package io.leadgen.question.plan;

import io.leadgen.catalog.TableSchema;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.CanonicalPredicate;
import io.leadgen.predicate.canonical.PredicateCanonicalizer;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.privacy.policy.TablePolicy.Population;
import io.leadgen.question.answer.AppliedPolicy;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question that is understood: the table is in scope, every name and type is known, policy is applied, and predicates are
 * in canonical form, the only one from which SQL and keys are made.
 *
 * @param people the people of the table
 * @param principal who pays
 * @param predicate the predicate as it was written, or null for everyone
 * @param joined what that predicate joins with AND, in its order; bound, but not canonical
 * @param scanned what narrows the scan where its time is to be hidden from the principal: what policy adds, and conditions on partition
 *     columns. Null where the predicate may narrow it
 * @param rows the predicate on all rows of the question, with what policy adds
 * @param parts further predicates that cut the rows into cells, in their order
 */
public record CompiledQuestion(
        TableSchema schema,
        TablePolicy policy,
        Population people,
        Principal principal,
        CallerClass callerClass,
        AppliedPolicy applied,
        @Nullable String predicate,
        List<Predicate> joined,
        @Nullable Predicate scanned,
        CanonicalPredicate rows,
        List<CanonicalPredicate> parts) {
    public CompiledQuestion {
        joined = List.copyOf(joined);
        parts = List.copyOf(parts);
    }

    CompiledQuestion withRows(CanonicalPredicate others) {
        return new CompiledQuestion(
                schema, policy, people, principal, callerClass, applied, predicate, joined, scanned, others, parts);
    }

    public CompiledQuestion withParts(List<CanonicalPredicate> others) {
        return new CompiledQuestion(
                schema, policy, people, principal, callerClass, applied, predicate, joined, scanned, rows, others);
    }

    public List<Predicate> partPredicates() {
        return parts.stream().map(CanonicalPredicate::predicate).toList();
    }

    /** The predicate on rows, and those of the parts. */
    List<Predicate> predicates() {
        return Stream.concat(Stream.of(rows.predicate()), partPredicates().stream())
                .toList();
    }

    String text(Function<Predicate, String> writer) {
        return predicates().stream().map(writer).collect(Collectors.joining("; "));
    }

    public AggregateQuery query(Cells cells, Measure... measures) {
        AggregateQuery query =
                new AggregateQuery(schema.name(), policy.unit(), rows.predicate(), cells, List.of(measures));
        return scanned == null ? query : query.scanning(scanned);
    }

    public Plan.Part release(AggregateQuery query, Mechanism mechanism, Precision wanted) {
        Precision precision = wanted.of(callerClass);
        return new Plan.Part(
                query,
                new Ask(
                        principal,
                        callerClass,
                        people,
                        QuestionKeys.of(this, query, mechanism, precision),
                        mechanism,
                        precision));
    }

    /** How many of the parts one unit can be in at most. A unit with many rows can be in all. */
    public int mostPartsPerUnit() {
        return policy.unit() instanceof PrivacyUnit.Row
                ? Math.max(1, new PredicateCanonicalizer().mostTogether(partPredicates()))
                : parts.size();
    }

    /** Whether no row can meet the predicate, whatever the data. */
    public boolean isOfNobody() {
        return rows.predicate() instanceof Predicate.Constant constant && constant != Predicate.Constant.TRUE;
    }

    /** The number of people. */
    public Plan.Part count(Precision precision) {
        return release(query(new Cells.Whole(), new Measure.Units()), Mechanism.count(), precision);
    }

    /** The number of people in each cell. */
    public Plan.Part count(Cells cells, Precision precision) {
        return release(query(cells, new Measure.Units()), Mechanism.Value.COUNT, precision);
    }

    /** What is measured in each cell of a query. */
    public Plan.Part release(AggregateQuery query, Mechanism.Value value, Precision precision) {
        int perUnit = query.cellsPerUnit();
        Mechanism mechanism = query.cells() instanceof Cells.FoundGroups found
                ? Mechanism.found(perUnit, found.atLeast(), value)
                : Mechanism.named(((Cells.Enumerated) query.cells()).size(), perUnit, value);
        return release(query, mechanism, precision);
    }

    /** The terms of an answer. */
    ReleaseInfo info(Released released, PrivacyLoss before, PrivacyLoss left, String requestId, long elapsedMs) {
        PrivacyLoss cost = released.release().cost();
        long byRho = left.rho().pico() / Math.max(1, cost.rho().pico());
        long questionsLeft = cost.delta().equals(Delta.ZERO)
                ? byRho
                : Math.min(byRho, left.delta().atto() / cost.delta().atto());
        return new ReleaseInfo(
                schema.name(),
                predicate,
                callerClass.threshold(),
                released.release().coarse(),
                new PrivacyStatement(
                        policy.unit().label(),
                        callerClass.name(),
                        released.charged().plus(before),
                        left,
                        questionsLeft,
                        released.epochEnds(),
                        released.repeated()),
                applied,
                requestId,
                elapsedMs);
    }
}
