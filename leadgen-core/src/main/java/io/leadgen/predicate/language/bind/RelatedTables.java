package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Predicate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds tables that hold the people of the question's table. */
@FunctionalInterface
public interface RelatedTables {
    /** For predicates without sub-queries. */
    RelatedTables NONE = parts -> {
        throw LeadgenException.of(
                ErrorCode.PREDICATE_UNSUPPORTED,
                "Sub-queries are not supported here",
                "write a condition on the columns of the table itself");
    };

    /**
     * A related table.
     *
     * @param link how one person is found in both
     * @param forbidden columns that questions may not use
     * @param applied adds what policy requires of its rows to a condition on them
     */
    record RelatedTable(Link link, TableSchema schema, Set<ColumnName> forbidden, UnaryOperator<Predicate> applied) {}

    /**
     * The table of a name.
     *
     * @param parts one to three: table, schema.table or catalog.schema.table
     * @throws LeadgenException if there is none in scope, or if it holds other people
     */
    RelatedTable find(List<String> parts);
}
