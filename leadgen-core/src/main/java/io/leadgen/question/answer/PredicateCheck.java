package io.leadgen.question.answer;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.accounting.Rho;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a count would ask, found out without asking or spending.
 *
 * @param predicate the condition as it was written, or null for everyone
 * @param canonical the same condition in the one form in which it is asked, with what policy adds
 * @param conditions what the predicate as it was written joins with AND, in its order; itself if it joins nothing, and none
 *     for everyone
 * @param columns the columns that it looks at
 * @param costLeast the least that a count can cost, in rho
 * @param costMost the most that a count can cost, in rho
 * @param budgetLeft what the principal may still spend on this table now
 * @param sql the statement that the warehouse would get; bind values stand as markers
 */
public record PredicateCheck(
        TableName table,
        @Nullable String predicate,
        String canonical,
        List<Predicate> conditions,
        List<ColumnName> columns,
        Rho costLeast,
        Rho costMost,
        Rho budgetLeft,
        AppliedPolicy applied,
        String sql,
        String requestId) {
    public PredicateCheck {
        conditions = List.copyOf(conditions);
        columns = List.copyOf(columns);
    }
}
