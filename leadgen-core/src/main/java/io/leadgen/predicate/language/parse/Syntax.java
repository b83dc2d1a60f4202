package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.Predicate.ComparisonOperator;
import io.leadgen.predicate.language.lex.SourceRange;
import io.leadgen.predicate.language.lex.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A predicate as it is written. Names are not resolved, types are not known, and a node may still make no sense. A negated test
 * is a {@link Not} around the positive one.
 */
public sealed interface Syntax {

    /** Its range in the caller's text, without surrounding brackets. */
    SourceRange range();

    /** A literal. */
    sealed interface Constant extends Syntax {}

    record And(SourceRange range, List<Syntax> operands) implements Syntax {}

    record Or(SourceRange range, List<Syntax> operands) implements Syntax {}

    record Not(SourceRange range, Syntax operand) implements Syntax {}

    record Comparison(SourceRange range, ComparisonOperator operator, Syntax left, Syntax right) implements Syntax {}

    record Between(SourceRange range, Syntax operand, Syntax low, Syntax high) implements Syntax {}

    record In(SourceRange range, Syntax operand, List<Syntax> values) implements Syntax {}

    record Like(
            SourceRange range,
            Syntax operand,
            Syntax pattern,
            @Nullable Text escape,
            boolean caseInsensitive) implements Syntax {}

    record IsNull(SourceRange range, Syntax operand) implements Syntax {}

    record IsTruth(SourceRange range, Syntax operand, boolean value) implements Syntax {}

    record IsDistinctFrom(SourceRange range, Syntax left, Syntax right) implements Syntax {}

    /** A column. */
    record Name(SourceRange range, String text) implements Syntax {}

    /**
     * A call of a known function.
     *
     * @param name the range of the name
     * @param function its main name
     */
    record Call(SourceRange range, SourceRange name, String function, List<Syntax> arguments) implements Syntax {}

    /**
     * How many rows of a related table a person has.
     *
     * @param table the parts of the table's name
     * @param link the two columns that are the same person: of the related table, and of the question's; null where the
     *     query lists people
     * @param people the columns of the related table that must identify people: what is selected, and what is grouped by
     * @param where the condition on rows; null for all
     * @param having the condition on a person's rows together, about {@link Rows}; null for at least one row
     * @param use how the query is used
     * @param conditions how many conditions it has
     */
    record SubQuery(
            SourceRange range,
            List<Name> table,
            @Nullable RelatedColumns link,
            List<Name> people,
            @Nullable Syntax where,
            @Nullable Syntax having,
            Use use,
            int conditions)
            implements Syntax {
        /** What stands around a query, or what it selects. */
        public enum Use {
            EXISTS,
            PEOPLE,
            COUNT
        }
    }

    /** {@code inner = table.outer}. */
    record RelatedColumns(Name inner, Name table, Name outer) {}

    /** {@code COUNT(*)} in a sub-query's HAVING. */
    record Rows(SourceRange range) implements Syntax {}

    record Numeral(SourceRange range, BigDecimal value) implements Constant {}

    record Text(SourceRange range, String value) implements Constant {}

    record Bool(SourceRange range, boolean value) implements Constant {}

    record Null(SourceRange range) implements Constant {}

    /** {@code DATE '…'}, its text not yet parsed. */
    record Date(SourceRange range, String text) implements Constant {}

    /** {@code TIMESTAMP '…'}, its text not yet parsed. */
    record Timestamp(SourceRange range, String text) implements Constant {}

    record CurrentDate(SourceRange range) implements Syntax {}

    /** A date plus an interval. The amount is negative for a minus. */
    record Shift(SourceRange range, Syntax base, long amount, Kind unit) implements Syntax {}
}
