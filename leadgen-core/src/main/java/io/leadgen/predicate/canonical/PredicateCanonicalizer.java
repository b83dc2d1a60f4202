package io.leadgen.predicate.canonical;

import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.key.Axes;
import io.leadgen.predicate.canonical.key.Axis;
import io.leadgen.predicate.canonical.key.DecisionDiagram;
import io.leadgen.predicate.canonical.key.TermKey;
import io.leadgen.predicate.canonical.key.TruthTable;
import io.leadgen.predicate.canonical.term.NegationNormalForm;
import io.leadgen.predicate.canonical.term.Term;
import io.leadgen.predicate.canonical.term.TermWriter;

/**
 * Gives predicates that select the same rows the same form, so that a question asked again in other words is recognised, and
 * so that one form only ever reaches SQL.
 *
 * <p><b>Guaranteed.</b> The canonical form selects exactly the rows that the predicate selects, for every table of the given
 * column types: those for which it is TRUE. Hence two predicates that select different rows of some table have different
 * forms. A canonical form is its own canonical form. The form depends on nothing but the predicate: not on the JDK, the
 * locale or the order of hash tables. 64 comparisons take about a tenth of a millisecond, with a key at most about two, and
 * time never grows exponentially.
 *
 * <p><b>Not guaranteed.</b> That all equivalent predicates share a form: that form would have to be written from the truth
 * table, and could be much longer than what was asked. What is recognised: order, nesting, repetition, double negation, De
 * Morgan, absorption; every way to say which values of one operand are meant ({@code BETWEEN}, {@code IN}, ranges, whole numbers,
 * digits beyond the column's scale, limits of the type, {@code IS DISTINCT FROM}, {@code coalesce}, {@code nullif}), also across
 * AND and OR; a column-to-column comparison read from either side; {@code LIKE} without wildcards. Not recognised: distribution
 * of AND over OR.
 *
 * <p><b>The key</b> of {@link #keyed} recognises more. Guaranteed: predicates of one key select the same rows of every table;
 * and where there are at most 65,536 elementary cells, predicates that are equivalent for all places on all axes have one key,
 * so it is exact for predicates that look at each column by one operand and compare no two columns, as far as there is a value
 * between any two literals of a string, a floating-point number or a timestamp. Not recognised: what follows only from several
 * operands together ({@code a < b AND b < c}, {@code year(d) = 2024 AND d > DATE '2024-05-01'}, two patterns on one column);
 * equivalence of predicates with more cells, for which the key is the form. The cells are those of the predicate as it is
 * asked: asked with many superfluous conditions, it can have more than it needs.
 *
 * <p><b>Why it is sound.</b> Call the set of rows for which a predicate is TRUE its truth set. In three-valued logic a row is
 * in the truth set of {@code p AND q} exactly if it is in both truth sets, and in that of {@code p OR q} exactly if it is in
 * one of them; whether a predicate that is not TRUE is FALSE or unknown makes no difference to AND and OR above it. It does
 * to NOT, so NOT goes first: {@link NegationNormalForm} asks for each subtree either when it is TRUE or when it is FALSE, and
 * answers at a leaf with the exact set, NULL accounted for: {@code x > 3} is TRUE for the values above 3 and FALSE for the
 * values up to 3, and NULL is in neither set. What remains, {@link Term}, is a monotone formula over sets of rows, where the
 * laws of sets hold without exception: {@code x > 3 AND x < 2} is the empty set, {@code x < 2 OR x >= 2} is the set of
 * the values, that is {@code x IS NOT NULL}. And {@code a OR NOT a} is not everything, because the two leaves are not each
 * other's complement: both leave NULL out.
 *
 * <p><b>Why the key is sound.</b> A leaf of the term looks at a row only through the row's place on some axes ({@link Axis}):
 * whether a subject is NULL, where its value lies between cuts, whether it matches a pattern, which of two values is the smaller
 * one. So whether the term holds is a function of those places. Elementary cells are combinations of places that no leaf tells
 * apart; the {@link TruthTable} is that function, the {@link DecisionDiagram} is the same function without what it does not depend on,
 * and its text can be read back. Two predicates of one key are one function of one list of axes, and the axes say which column
 * of which type they look at: the same rows. This needs no axes that are independent of each other. If some combinations never
 * occur, because {@code year(d)} follows from {@code d}, then two functions that differ on those only keep two keys, which is a
 * lost chance. Likewise it does not matter whether a domain has values that the operand never takes. What does matter is that
 * the function is total: where a value is NULL, the row's places on its axes mean nothing, so no leaf may depend on them, and each
 * leaf says itself that its values are not NULL ({@link Axes}).
 *
 * <p>All this is right only for a predicate that stands by itself as a condition: the form of {@code p} does not replace
 * {@code p} below a NOT.
 *
 * <p>Columns must hold what their types say: digits beyond a DECIMAL's scale or values beyond an integer's limits would be
 * lost. NaN equals itself and is the largest number; strings compare by code points. Timestamps may be finer than a
 * microsecond, so {@code > t} is not {@code >= t + 1 µs}.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class PredicateCanonicalizer {

    /** The canonical form of a predicate, which is bound to column types. */
    public Predicate canonicalize(Predicate bound) {
        return TermWriter.predicate(NegationNormalForm.term(bound));
    }

    /**
     * The canonical form of a predicate, which is bound to column types, with the key of the rows that it selects. The form is
     * that of {@link #canonicalize}.
     */
    public CanonicalPredicate keyed(Predicate bound) {
        Term term = NegationNormalForm.term(bound);
        Predicate form = TermWriter.predicate(term);
        return new CanonicalPredicate(form, TermKey.of(term, form));
    }
}
