package io.leadgen.question.answer;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.PredicatePrinter;
import java.util.List;

/**
 * What an audience is, for those who have the table's rows themselves. Holds the literals of the condition, and nothing that
 * depends on a row.
 *
 * @param predicate the condition as it was written
 * @param filter the canonical condition with what policy adds: the people for whom it is TRUE are the audience
 * @param columns the columns that the filter reads, sorted by name
 * @param unit what one person is
 */
public record AudienceDefinition(
        TableName table,
        String predicate,
        Predicate filter,
        List<Column> columns,
        PrivacyUnit unit,
        AppliedPolicy applied,
        String requestId) {
    public AudienceDefinition {
        columns = List.copyOf(columns);
    }

    /** The filter in the predicate language. */
    public String canonical() {
        return PredicatePrinter.text(filter);
    }
}
