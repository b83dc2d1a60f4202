package io.leadgen.question;

import io.leadgen.catalog.ColumnName;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.PredicatePrinter;
import io.leadgen.privacy.Mechanism;
import io.leadgen.privacy.Precision;
import io.leadgen.privacy.Release;
import io.leadgen.privacy.ReleaseMechanism.Ask;
import io.leadgen.privacy.ReleaseMechanism.Released;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.Bounds;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.question.answer.ReleaseInfo;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a question is answered. The same plan is checked and asked, so a check shows what asking does.
 *
 * @param <A> what the answer is
 */
public sealed interface Plan<A> {

    /** The question that the plan answers. */
    CompiledQuestion question();

    /**
     * The plan with the range that it needs.
     *
     * @param ranges answers the question about the range; not called if none is needed
     */
    OneScan<A> with(Function<OneScan<Bounds>, Bounds> ranges);

    /**
     * A plan that first needs the range of a column, because the data owner declares none. The range is a question by itself.
     * It is charged to the table alone, so that nobody pays for an owner who declares nothing.
     *
     * @param then the plan with the range. Its price does not depend on the range
     */
    record AfterRange<A>(CompiledQuestion question, OneScan<Bounds> range, Function<Bounds, OneScan<A>> then)
            implements Plan<A> {
        @Override
        public OneScan<A> with(Function<OneScan<Bounds>, Bounds> ranges) {
            return then.apply(ranges.apply(range));
        }
    }

    /**
     * A plan of one scan.
     *
     * @param parts what is released; one at least. Several are charged, cached and released each by itself
     * @param answers makes the answer of the parts' releases, in their order
     */
    record OneScan<A>(CompiledQuestion question, List<Part> parts, Function<List<Answered>, A> answers)
            implements Plan<A> {
        public OneScan {
            parts = List.copyOf(parts);
        }

        /** A plan with one release. */
        static <A> OneScan<A> of(CompiledQuestion question, Part part, Function<Answered, A> answer) {
            return new OneScan<>(question, List.of(part), released -> answer.apply(released.get(0)));
        }

        @Override
        public OneScan<A> with(Function<OneScan<Bounds>, Bounds> ranges) {
            return this;
        }

        /** What is to be paid for, in the order of the parts. */
        public List<Ask> asks() {
            return parts.stream().map(Part::ask).toList();
        }

        /**
         * The query that scans for some of the parts.
         *
         * @param open their places; one at least. Several must be counts, and get a cell each
         */
        public AggregateQuery query(List<Integer> open) {
            if (open.size() == 1) {
                return parts.get(open.get(0)).query();
            }
            return question.query(
                    new Cells.Each(open.stream()
                            .map(part -> parts.get(part).query().filter())
                            .toList()),
                    List.of(new Measure.Units()));
        }

        /** The query that scans for all parts. */
        public AggregateQuery query() {
            return query(Stream.iterate(0, part -> part + 1).limit(parts.size()).toList());
        }

        /** The least that an answer can cost; nothing that is cached is taken into account. */
        public PrivacyLoss least() {
            return sum(ask -> ask.mechanism().least(ask.callerClass(), ask.precision()));
        }

        /** The most that an answer can cost. */
        public PrivacyLoss most() {
            return sum(ask -> ask.mechanism().most(ask.callerClass()));
        }

        private PrivacyLoss sum(Function<Ask, PrivacyLoss> price) {
            return asks().stream().map(price).reduce(PrivacyLoss.NONE, PrivacyLoss::plus);
        }

        /** The columns that the question looks at, sorted. */
        public List<ColumnName> columns() {
            SortedSet<ColumnName> columns = new TreeSet<>();
            question.predicates().forEach(predicate -> columns.addAll(ColumnsOf.predicate(predicate)));
            for (Part part : parts) {
                columns.addAll(QuestionKeys.columns(part.query()));
            }
            return List.copyOf(columns);
        }

        /** All predicates in the form in which they are executed. */
        public String canonical() {
            return question.text(PredicatePrinter::text);
        }

        /**
         * The answer.
         *
         * @param released of each part, in their order
         * @param info the terms of one of them
         */
        public A answer(List<Released> released, Function<Released, ReleaseInfo> info) {
            return answers.apply(released.stream()
                    .map(one -> new Answered(one.release(), question.callerClass(), info.apply(one)))
                    .toList());
        }
    }

    /**
     * What is released as one answer, with one key, price and charge.
     *
     * @param query what the release depends on
     */
    record Part(AggregateQuery query, Ask ask) {
        /** Cells whose counts, and perhaps more, are released as the query's cells say. */
        static Part of(CompiledQuestion question, AggregateQuery query, Mechanism mechanism, Precision precision) {
            return new Part(query, question.ask(query, mechanism, precision));
        }
    }

    /**
     * A release and its terms.
     *
     * @param callerClass whose threshold decides what is suppressed
     */
    record Answered(Release release, CallerClass callerClass, ReleaseInfo info) {}
}
