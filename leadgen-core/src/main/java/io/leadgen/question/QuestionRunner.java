package io.leadgen.question;

import io.leadgen.audience.AuditedCall;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.people.UnitValue;
import io.leadgen.privacy.Aggregate;
import io.leadgen.privacy.Detail;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Price;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.ReleaseMechanism.Scan;
import io.leadgen.privacy.Shape;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.noise.Grid;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.Principal;
import io.leadgen.question.answer.PrivacyStatement;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import io.leadgen.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The second half of the pipeline: one aggregate, one release, and on which terms it was released. */
public final class QuestionRunner {
    private final Warehouse warehouse;
    private final ReleaseMechanism mechanism;

    public QuestionRunner(Warehouse warehouse, ReleaseMechanism mechanism) {
        this.warehouse = warehouse;
        this.mechanism = mechanism;
    }

    public static AggregateQuery countQuery(CompiledQuestion question) {
        return query(question, new Cells.Whole(), List.of(new Measure.Units()));
    }

    static AggregateQuery query(CompiledQuestion question, Cells cells, List<Measure> measures) {
        return new AggregateQuery(
                question.schema().name(), question.policy().unit(), question.filter(), cells, measures);
    }

    /** How a query with such cells is released. */
    static Shape shape(AggregateQuery query, Detail detail) {
        if (query.cells() instanceof Cells.FoundGroups found) {
            return new Shape.Found(query.cellsPerUnit(), found.atLeast(), detail);
        }
        return new Shape.Named(((Cells.Enumerated) query.cells()).size(), query.cellsPerUnit(), detail);
    }

    /** What the release of a query's cells would cost. */
    static Price price(CompiledQuestion question, AggregateQuery query, Detail detail, Precision precision) {
        return Price.of(shape(query, detail), question.callerClass(), precision);
    }

    /** What the principal may still spend on the question's table. */
    public PrivacyLoss left(Principal principal, CompiledQuestion question) {
        return mechanism.left(
                principal, question.callerClass(), question.schema().name());
    }

    /** Releases the counts, and the details, of a query's cells. */
    Released release(
            CompiledQuestion question, AggregateQuery query, Detail detail, Precision precision, AuditedCall call) {
        return release(question, query, shape(query, detail), precision, call);
    }

    Released release(
            CompiledQuestion question, AggregateQuery query, Shape shape, Precision precision, AuditedCall call) {
        return release(question, call.context().principal(), query, shape, precision, call);
    }

    private Released release(
            CompiledQuestion question,
            @Nullable Principal payer,
            AggregateQuery query,
            Shape shape,
            Precision precision,
            AuditedCall call) {
        Ask ask = ask(question, payer, query, shape, precision);
        return mechanism.release(ask, shape, scan(question, query, call), call::charged);
    }

    /**
     * Counts several audiences of one table, each as if it were asked alone, with one scan for those that no answer stands for.
     *
     * @param common what all of them have in common; its filter is not looked at
     */
    List<Released> countEach(
            List<CompiledQuestion> questions, CompiledQuestion common, Precision precision, AuditedCall call) {
        List<Ask> asks = new ArrayList<>();
        for (CompiledQuestion question : questions) {
            asks.add(ask(question, call.context().principal(), countQuery(question), Shape.COUNT, precision));
        }
        Function<List<Integer>, Scan> scan = open -> {
            Cells cells = new Cells.Each(
                    open.stream().map(i -> questions.get(i).filter()).toList());
            return scan(common, query(common, cells, List.of(new Measure.Units())), call);
        };
        return mechanism.releaseEach(asks, scan, call::charged);
    }

    /** Where a column's values are; charged to the table alone, so that nobody pays for an owner who declares nothing. */
    Bounds range(CompiledQuestion everyone, UnitValue value, AuditedCall call) {
        Grid grid = new Grid.Logarithmic();
        AggregateQuery query = query(everyone, new Cells.Bins(value, grid), List.of(new Measure.Units()));
        Released released = release(everyone, null, query, new Shape.Range(grid), Precision.MAX, call);
        List<NoisyValue> ends = released.release().cell().details();
        if (ends.isEmpty()) {
            throw LeadgenException.of(
                    ErrorCode.METRIC_UNSUPPORTED,
                    "The range of " + value.column().name()
                            + " could not be found privately: too few people have a value in it",
                    "the data owner can declare it in the configuration: privacy.tables.<table>.columns."
                            + value.column().name() + ".bounds");
        }
        return new Bounds(ends.get(0).value().doubleValue(), ends.get(1).value().doubleValue());
    }

    private static Ask ask(
            CompiledQuestion question,
            @Nullable Principal payer,
            AggregateQuery query,
            Shape shape,
            Precision precision) {
        return new Ask(
                payer,
                question.callerClass(),
                query.table(),
                QuestionKeys.of(question, query, shape, precision),
                precision);
    }

    private Scan scan(CompiledQuestion question, AggregateQuery query, AuditedCall call) {
        return new Scan() {
            @Override
            public Aggregate run() {
                call.scanned();
                return call.asking(warehouse).aggregate(query, call.context().cancellation());
            }

            @Override
            public void hideTime() {
                call.hideTime(question.callerClass().responseStep());
            }
        };
    }

    ReleaseInfo terms(CompiledQuestion question, @Nullable String predicate, Released released, AuditedCall call) {
        return new ReleaseInfo(
                question.schema().name(),
                predicate,
                question.callerClass().threshold(),
                released.release().coarse(),
                statement(question, released, call),
                question.applied(),
                call.context().requestId(),
                call.elapsedMs());
    }

    private PrivacyStatement statement(CompiledQuestion question, Released released, AuditedCall call) {
        PrivacyLoss left = left(call.context().principal(), question);
        return new PrivacyStatement(
                question.policy().unit().label(),
                question.callerClass().name(),
                released.charged(),
                left,
                questionsLeft(left, released.release().cost()),
                released.epochEnds(),
                released.repeated());
    }

    private static long questionsLeft(PrivacyLoss left, PrivacyLoss cost) {
        long byRho = left.rho().pico() / cost.rho().pico();
        return cost.delta().equals(Delta.ZERO)
                ? byRho
                : Math.min(byRho, left.delta().atto() / cost.delta().atto());
    }
}
