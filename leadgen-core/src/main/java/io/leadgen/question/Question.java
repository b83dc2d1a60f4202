package io.leadgen.question;

import io.leadgen.catalog.TableName;
import io.leadgen.question.plan.Plan;
import io.leadgen.question.plan.QuestionCompiler;

/**
 * A question about the people of one table. Each kind is one class with its validation, its defaults and its {@link #plan}.
 *
 * <p>A question is made by {@code of} with what it needs, and refined by methods that return a changed copy: {@code
 * Count.of(table).where("age > 25").precision(Precision.MAX)}. It is immutable, and can be asked and checked more than once.
 *
 * @param <A> what an answer to it is
 */
public sealed interface Question<A>
        permits Count, Counts, Share, Metric, Segments, Trend, Funnel, Overlap, Comparison, Profile {

    /** How the audit log calls it: {@code count}, {@code metric avg}, … */
    String kind();

    /** The table whose people it is about. */
    TableName table();

    /**
     * How to answer it: reads the catalog and the policy, never a row.
     *
     * @throws io.leadgen.error.LeadgenException what is wrong with the question, placed in its text
     */
    Plan<A> plan(QuestionCompiler compiler);
}
