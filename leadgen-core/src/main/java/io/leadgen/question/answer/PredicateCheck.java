package io.leadgen.question.answer;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.accounting.Delta;
import io.leadgen.privacy.accounting.Rho;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question would ask and cost, found out without asking or spending.
 *
 * @param predicate the question's predicate as it was written; null for everyone, and for questions without one
 * @param canonical the predicate in the form in which it is executed, with what policy adds; further predicates of the question
 *     follow, separated by semicolons
 * @param conditions what the predicate as it was written joins with AND, in its order; itself if it joins nothing, and none
 *     for everyone
 * @param columns the columns that the question reads, sorted
 * @param costLeast the least that an answer can cost, in rho
 * @param costMost the most that an answer can cost, in rho
 * @param costDelta what an answer costs in delta: 0 if it names no keys that are found in the data
 * @param budgetLeft what the principal may still spend on this table now, in rho
 * @param sql the statement that the warehouse would get; markers mean bind values. If the range of a column must be found first, the
 *     statement for that comes first, separated by a semicolon
 */
public record PredicateCheck(
        TableName table,
        @Nullable String predicate,
        String canonical,
        List<Predicate> conditions,
        List<ColumnName> columns,
        Rho costLeast,
        Rho costMost,
        Delta costDelta,
        Rho budgetLeft,
        AppliedPolicy applied,
        String sql,
        String requestId) {
    public PredicateCheck {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
    }
}
