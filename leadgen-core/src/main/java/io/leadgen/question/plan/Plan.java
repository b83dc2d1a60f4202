package io.leadgen.question.plan;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.ReleaseMechanism;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.Precision;
import io.leadgen.question.answer.MetricEstimate.Clamping;
import io.leadgen.question.answer.PredicateCheck;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How a question is answered. The same plan is checked and asked, so a check shows what asking does.
 *
 * @param <A> what the answer is
 */
public sealed interface Plan<A> {

    /** The question's predicates without literals, for logs. */
    String shape();

    /**
     * The plan with the range that it needs.
     *
     * @param ranges answers the question about the range; not called if none is needed
     */
    OneScan<A> with(Function<OneScan<Clamping>, Clamping> ranges);

    /**
     * A plan that first needs the range of a column, because the data owner declares none. The range is a question by itself, with
     * its own price and answer.
     *
     * @param then the plan with the range; its price does not depend on the range
     */
    record AfterRange<A>(String shape, OneScan<Clamping> range, Function<Clamping, OneScan<A>> then)
            implements Plan<A> {
        @Override
        public OneScan<A> with(Function<OneScan<Clamping>, Clamping> ranges) {
            return then.apply(ranges.apply(range));
        }
    }

    /**
     * A plan of one scan.
     *
     * @param parts what is released. Several are counts, and each is charged, cached and released by itself. None if the answer follows
     *     from the question: nobody can meet its predicate
     * @param perUnit how many of the parts one unit can be in at most
     * @param answers makes the answer of the parts' releases, in their order
     */
    record OneScan<A>(CompiledQuestion question, List<Part> parts, int perUnit, Function<List<Answered>, A> answers)
            implements Plan<A> {
        public OneScan {
            parts = List.copyOf(parts);
        }

        /** A plan that counts the people of a question. */
        public static <A> OneScan<A> counting(
                CompiledQuestion question, Precision precision, Function<Answered, A> answer) {
            return new OneScan<>(
                    question,
                    question.isOfNobody() ? List.of() : List.of(question.count(precision)),
                    1,
                    released -> answer.apply(released.get(0)));
        }

        /** A plan with one release. */
        public static <A> OneScan<A> of(CompiledQuestion question, Part part, Function<Answered, A> answer) {
            return new OneScan<>(question, List.of(part), 1, released -> answer.apply(released.get(0)));
        }

        @Override
        public String shape() {
            return question.text(PredicatePrinter::shape);
        }

        @Override
        public OneScan<A> with(Function<OneScan<Clamping>, Clamping> ranges) {
            return this;
        }

        public TableName table() {
            return question.schema().name();
        }

        /** The class of the principal. */
        public CallerClass callerClass() {
            return question.callerClass();
        }

        /** What is to be paid for, in the order of the parts. */
        public List<Ask> asks() {
            return parts.stream().map(Part::ask).toList();
        }

        /**
         * The query that scans for some of the parts: that of the only one, or one with a cell for each.
         *
         * @param open their places; one at least
         */
        public AggregateQuery query(List<Integer> open) {
            List<AggregateQuery> queries =
                    open.stream().map(part -> parts.get(part).query()).toList();
            return queries.isEmpty()
                    ? question.query(new Cells.Whole(), new Measure.Units())
                    : queries.size() == 1
                            ? queries.get(0)
                            : question.query(
                                    new Cells.Each(queries.stream()
                                            .map(AggregateQuery::filter)
                                            .toList()),
                                    new Measure.Units());
        }

        /** The query that scans for all parts. */
        public AggregateQuery query() {
            return query(IntStream.range(0, parts.size()).boxed().toList());
        }

        /**
         * The answer.
         *
         * @param released of each part, in their order
         * @param before what the principal has paid for the range that the plan needed
         * @param left what the principal may still spend on the table
         */
        public A answer(
                List<Released> released, PrivacyLoss before, PrivacyLoss left, String requestId, long elapsedMs) {
            List<Released> all = parts.isEmpty() ? List.of(Released.NOBODY) : released;
            return answers.apply(all.stream()
                    .map(one -> new Answered(
                            one.release(), callerClass(), question.info(one, before, left, requestId, elapsedMs)))
                    .toList());
        }

        /**
         * What would be asked and charged. Answers that are cached are not taken into account.
         *
         * @param before what finding the range costs that the plan needs
         * @param sql the statements that would be sent
         * @param left what the principal may still spend on the table
         */
        public PredicateCheck check(PrivacyLoss before, String sql, PrivacyLoss left, String requestId) {
            PrivacyLoss most = most().plus(before);
            return new PredicateCheck(
                    table(),
                    question.predicate(),
                    question.text(PredicatePrinter::text),
                    question.joined(),
                    columns(),
                    sum(ask -> ask.mechanism().least(ask.callerClass(), ask.precision()))
                            .rho(),
                    most.rho(),
                    most.delta(),
                    left.rho(),
                    question.applied(),
                    sql,
                    requestId);
        }

        /** The most that it can cost. */
        public PrivacyLoss most() {
            return sum(ask -> ask.mechanism().most(ask.callerClass()));
        }

        private PrivacyLoss sum(Function<Ask, PrivacyLoss> price) {
            return asks().stream()
                    .map(price)
                    .sorted(PrivacyLoss.DEAREST_FIRST)
                    .limit(ReleaseMechanism.paidFor(parts.size(), perUnit))
                    .reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
        }

        private List<ColumnName> columns() {
            SortedSet<ColumnName> columns = new TreeSet<>();
            question.predicates().forEach(predicate -> columns.addAll(ColumnsOf.predicate(predicate)));
            parts.forEach(part -> columns.addAll(QuestionKeys.columns(part.query())));
            return List.copyOf(columns);
        }
    }

    /**
     * What is released as one answer, with one key, price and charge.
     *
     * @param query what the release depends on
     */
    record Part(AggregateQuery query, Ask ask) {}

    /**
     * A release and its terms.
     *
     * @param callerClass whose threshold decides what is suppressed
     */
    record Answered(Release release, CallerClass callerClass, ReleaseInfo info) {}
}
