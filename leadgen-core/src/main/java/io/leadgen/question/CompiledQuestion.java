package io.leadgen.question;

import io.leadgen.catalog.TableSchema;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.policy.CallerClass;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AppliedPolicy;

/**
 * A question that is understood: the table is in scope, every name and type is known, policy is applied, and the condition is
 * in its canonical form, the only one from which SQL and keys are made.
 */
public record CompiledQuestion(
        TableSchema schema, TablePolicy policy, CallerClass callerClass, Predicate filter, AppliedPolicy applied) {
    /** Which rows are looked at: questions that mean the same share it. */
    String rows() {
        return QuestionKeys.rows(filter);
    }
}
