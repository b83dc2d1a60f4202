package io.leadgen.audience;

import io.leadgen.catalog.TableSchema;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.CallerClass;
import io.leadgen.privacy.TablePolicy;

/**
 * A question that is understood: the table is in scope, every name and type is known, policy is applied, and the condition is
 * in its canonical form, the only one from which SQL and keys are made.
 */
record Question(TableSchema schema, TablePolicy policy, CallerClass callerClass, Predicate filter, Applied applied) {
    /** Which rows are looked at: questions that mean the same share it. */
    String rows() {
        return QuestionKeys.rows(filter);
    }
}
