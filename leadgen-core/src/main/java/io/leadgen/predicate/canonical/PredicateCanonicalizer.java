package io.leadgen.predicate.canonical;

import io.leadgen.predicate.Predicate;
import io.leadgen.predicate.canonical.key.TermKey;
import io.leadgen.predicate.canonical.term.NegationNormalForm;
import io.leadgen.predicate.canonical.term.Term;
import io.leadgen.predicate.canonical.term.TermWriter;
import java.util.List;

/**
 * Gives predicates that select the same rows one form. So a question that is repeated in other words is recognized, and SQL is
 * rendered from one form only.
 *
 * <p><b>Guaranteed.</b> The canonical form selects exactly the rows that the predicate selects, for every table with these column
 * types: the rows for which it is TRUE. So predicates that select different rows of some table have different forms. A canonical
 * form is its own canonical form. The form depends on the predicate only, not on the JDK, the locale or the order of hash
 * tables. For 64 comparisons the form takes about 0.1 ms and the key about 0.2 ms at most; time never grows exponentially.
 *
 * <p><b>Not guaranteed.</b> That all equivalent predicates have one form: it would have to be written from the truth table and
 * could be much longer than the predicate. Recognized are order, nesting, repetition, double negation, De Morgan and absorption;
 * a column-to-column comparison read from either side; and {@code LIKE} without wildcards. Also recognized is every way to write
 * a set of values of one operand, across AND and OR too: {@code BETWEEN}, {@code IN}, ranges, whole numbers, digits beyond the
 * scale of the column, limits of the type, {@code IS DISTINCT FROM}, {@code coalesce} and {@code nullif}. Not recognized is
 * distribution of AND over OR.
 *
 * <p><b>The key</b> of {@link #keyed} recognizes more. Guaranteed: predicates with one key select the same rows of every table.
 * With at most 65,536 elementary cells, predicates that agree for all combinations of points on all axes have one key. So it is
 * exact for predicates that use each column in one operand and compare no two columns, as far as there is a value between any two
 * literals of a string, a floating-point number or a timestamp. Not recognized: what follows only from several operands together
 * ({@code a < b AND b < c}, {@code year(d) = 2024 AND d > DATE '2024-05-01'}, two patterns on one column). With more cells, the
 * key is the form. Cells are counted before simplification: a predicate with many superfluous conditions can have more cells than
 * it needs.
 *
 * <p><b>Why the form is sound.</b> Call the rows for which a predicate is TRUE its truth set. In three-valued logic a row is in
 * the truth set of {@code p AND q} exactly if it is in both truth sets. It is in that of {@code p OR q} exactly if it is in one of
 * them. Whether a predicate that is not TRUE is FALSE or unknown makes no difference to AND and OR above it. It does to NOT, so
 * NOT is removed first. {@link NegationNormalForm} asks of each subtree either when it is TRUE or when it is FALSE, and answers at
 * a leaf with the exact set, NULL included: {@code x > 3} is TRUE for the values above 3 and FALSE for the values up to 3, and
 * NULL is in neither set. The result is a {@link Term}, a monotone formula over sets of rows, in which the laws of sets hold
 * without exception. {@code x > 3 AND x < 2} is the empty set; {@code x < 2 OR x >= 2} is the set of the values, that is {@code x
 * IS NOT NULL}. And {@code a OR NOT a} is not everything, because the two leaves are not complements: both exclude NULL.
 *
 * <p><b>Why the key is sound.</b> A leaf depends on a row only through the points of the row on some axes ({@code Axis}): whether
 * an operand is NULL, between which cuts its value is, whether it matches a pattern, which of two values is smaller. So whether
 * the term holds is a function of those points. Elementary cells are combinations of points that no leaf distinguishes. The
 * {@code TruthTable} is that function; the {@code DecisionDiagram} is the same function without what it does not depend on, and its
 * text determines it. Two predicates with one key are one function of one list of axes, and the axes name the columns and their
 * types: the same rows. This does not require that the axes are independent. If some combinations never occur, because
 * {@code year(d)} follows from {@code d}, then two functions that differ only there keep two keys, which costs only a cache hit.
 * For the same reason a domain may have values that the operand never takes. The function must be total, however: if a value is
 * NULL, the points of the row on its axes have no meaning and no leaf may depend on them. Therefore each leaf includes that its
 * values are not NULL ({@code Axes}).
 *
 * <p>All this holds only for a predicate that is used alone as a condition: the form of {@code p} does not replace {@code p}
 * below a NOT.
 *
 * <p>Columns must hold what their types say: digits beyond the scale of a DECIMAL or values beyond the limits of an integer would
 * be lost. NaN equals itself and is the largest number; strings compare by code points. Timestamps may be finer than a
 * microsecond, so {@code > t} is not {@code >= t + 1 µs}.
 *
 * <p>Stateless and thread-safe.
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

    /**
     * How many of these predicates one row can meet at most. Guaranteed: never too few. It can be too many where predicates have more than
     * 65,536 elementary cells together, or where something follows from several operands only.
     */
    public int mostTogether(List<Predicate> bound) {
        return TermKey.mostTogether(NegationNormalForm.terms(bound));
    }
}
