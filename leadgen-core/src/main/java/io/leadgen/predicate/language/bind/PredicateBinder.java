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
 * Gives a predicate its meaning for one table: names become columns, literals get the types of what they are compared with,
 * and {@code current_date} becomes a day.
 *
 * <p>What it guarantees: every node is of fitting types without a cast, so that no row can make an engine raise; a column that
 * is forbidden does not get through, nor is it ever suggested; messages repeat names but no literals. What it does not:
 * whether the condition makes sense ({@code age > 500}), or whether two conditions are equal.
 *
 * <p>NULL as a condition is {@link Predicate.Constant#UNKNOWN}; NULL in a comparison or a list is refused, since it never
 * means what the author thinks. Stateless and safe for use by several threads.
 */
public final class PredicateBinder {

    /**
     * Binds a predicate.
     *
     * @param forbidden columns that a question may not use; they need not exist
     * @param today what {@code current_date} is
     * @throws LeadgenException UNKNOWN_COLUMN, COLUMN_FORBIDDEN, TYPE_MISMATCH, PREDICATE_UNSUPPORTED or PREDICATE_SYNTAX, with
     *     up to 20 findings at once, in the order of their places
     */
    public Predicate bind(ParsedPredicate predicate, TableSchema schema, Set<ColumnName> forbidden, LocalDate today) {
        return bind(predicate, schema, forbidden, today, AttributeReader.none());
    }

    Predicate bind(
            ParsedPredicate predicate,
            TableSchema schema,
            Set<ColumnName> forbidden,
            LocalDate today,
            AttributeReader attributes) {
        Diagnostics findings = new Diagnostics();
        LiteralBinder literals = new LiteralBinder(new DateFolding(today, findings), attributes, findings);
        OperandBinder operands = new OperandBinder(new ColumnResolver(schema, forbidden, findings), literals, findings);
        Predicate bound = new ConditionBinder(operands, literals, findings).bind(predicate.syntax());
        findings.throwIfAny();
        if (bound == null) {
            throw new IllegalStateException("a condition without a meaning and without a finding");
        }
        return bound;
    }
}
