package io.leadgen.predicate.language.bind;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.LeadgenException;
import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.language.lex.Diagnostics;
import io.leadgen.predicate.language.parse.ParsedPredicate;
import java.time.LocalDate;
import java.util.Set;

/**
 * Binds predicates to a table: names become columns, literals get the types of what they are compared with, and {@code
 * current_date} becomes a date.
 *
 * <p>Guaranteed: the types of every node fit without a cast, so no row can cause an error in an engine. A forbidden column is
 * rejected and never suggested. Messages repeat names but no literals. Not guaranteed: that the predicate makes sense ({@code
 * age > 500}).
 *
 * <p>NULL as a condition is {@link Predicate.Constant#UNKNOWN}. NULL in a comparison or a list is rejected, because it never
 * means what the author expects. Stateless and thread-safe.
 */
public final class PredicateBinder {

    /**
     * Binds a predicate.
     *
     * @param forbidden columns that questions may not use; they need not exist
     * @param today the value of {@code current_date}
     * @throws LeadgenException UNKNOWN_COLUMN if the table has no such column, COLUMN_FORBIDDEN if the data owner does not allow
     *     it, TYPE_MISMATCH if types do not fit, PREDICATE_UNSUPPORTED or PREDICATE_SYNTAX if a construct is not supported with
     *     these operands; with up to 20 diagnostics in the order of their positions
     */
    public Predicate bind(ParsedPredicate predicate, TableSchema schema, Set<ColumnName> forbidden, LocalDate today) {
        return bind(predicate, schema, forbidden, today, RelatedTables.NONE);
    }

    /**
     * Binds a predicate that may have sub-queries on related tables.
     *
     * @param related finds them
     * @throws LeadgenException as above, and what {@code related} throws, with positions
     */
    public Predicate bind(
            ParsedPredicate predicate,
            TableSchema schema,
            Set<ColumnName> forbidden,
            LocalDate today,
            RelatedTables related) {
        return bind(predicate, schema, forbidden, today, related, AttributeReader.none());
    }

    Predicate bind(
            ParsedPredicate predicate,
            TableSchema schema,
            Set<ColumnName> forbidden,
            LocalDate today,
            RelatedTables related,
            AttributeReader attributes) {
        Diagnostics diagnostics = new Diagnostics();
        LiteralBinder literals = new LiteralBinder(new DateFolding(today, diagnostics), attributes, diagnostics);
        OperandBinder operands =
                new OperandBinder(new ColumnResolver(schema, forbidden, diagnostics), related, literals, diagnostics);
        Predicate bound = new TreeBinder(operands, literals, diagnostics).bind(predicate.syntax());
        diagnostics.throwIfAny();
        if (bound == null) {
            throw new IllegalStateException("neither a predicate nor a diagnostic");
        }
        return bound;
    }
}
