package io.leadgen.predicate;

import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Term.Facet;
import io.leadgen.predicate.Term.Junction;
import io.leadgen.predicate.Term.Match;
import io.leadgen.predicate.Term.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the terms of one canonicalisation, each in simplest form. */
final class Terms {
    private final Map<Operand, Subject> subjects = new HashMap<>();
    private final Implication implication = new Implication();
    private int junctions;

    Subject subject(Operand operand) {
        Subject known = subjects.get(operand);
        if (known != null) {
            return known;
        }
        Operand decider = Subject.nullDecider(operand);
        Subject made = new Subject(operand, subjects.size(), decider == null ? null : subject(decider));
        subjects.put(operand, made);
        return made;
    }

    /**
     * The subject's value is in the set or, where {@code orNull}, NULL. {@code coalesce} and {@code nullif} are dissolved into
     * a condition on their argument; and a function that is NULL exactly where its argument is says nothing itself about
     * NULL, its argument does.
     */
    Term facet(Subject subject, ValueSet values, boolean orNull) {
        if (values.isNone() && !orNull) {
            return Junction.FALSE;
        }
        if (values.isAll() && orNull) {
            return Junction.TRUE;
        }
        Subject inner = subject.inner();
        if (inner != null) {
            return strictFacet(subject, inner, values, orNull);
        }
        if (subject.operand() instanceof Call call && call.function().arity() == 2) {
            Subject argument = subject(call.arguments().get(0));
            Literal literal = (Literal) call.arguments().get(1);
            return call.function() == Function.COALESCE
                    ? facet(argument, values.within(argument.domain()), values.contains(subject.domain(), literal))
                    : nullIf(argument, literal, values, orNull);
        }
        return new Facet(subject, values, orNull);
    }

    private Term strictFacet(Subject subject, Subject inner, ValueSet values, boolean orNull) {
        if (values.isAll()) {
            return facet(inner, ValueSet.ALL, false);
        }
        if (!orNull) {
            return new Facet(subject, values, false);
        }
        Term isNull = facet(inner, ValueSet.NONE, true);
        return values.isNone() ? isNull : any(List.of(new Facet(subject, values, false), isNull));
    }

    private Term nullIf(Subject argument, Literal literal, ValueSet values, boolean orNull) {
        ValueSet point = ValueSet.point(argument.domain(), literal);
        return facet(argument, orNull ? values.unite(point) : values.minus(point), orNull);
    }

    Term relation(Operand left, Operand right, int outcomes) {
        int order = OperandOrder.INSTANCE.compare(left, right);
        if (order == 0) {
            boolean holds = (outcomes & Relation.EQUAL) != 0;
            return facet(subject(left), holds ? ValueSet.ALL : ValueSet.NONE, false);
        }
        return order < 0
                ? new Relation(subject(left), subject(right), outcomes)
                : new Relation(subject(right), subject(left), mirrored(outcomes));
    }

    private static int mirrored(int outcomes) {
        int less = (outcomes & Relation.GREATER) == 0 ? 0 : Relation.LESS;
        int greater = (outcomes & Relation.LESS) == 0 ? 0 : Relation.GREATER;
        return less | (outcomes & Relation.EQUAL) | greater;
    }

    Term match(Operand operand, LikePattern pattern, boolean caseInsensitive, boolean matches) {
        Subject subject = subject(operand);
        List<LikePattern.Token> tokens = pattern.tokens();
        if (tokens.equals(List.of(Wildcard.ANY_TEXT))) {
            return facet(subject, matches ? ValueSet.ALL : ValueSet.NONE, false);
        }
        boolean ignoresCase = caseInsensitive && !tokens.stream().allMatch(Terms::isWithoutCase);
        if (!ignoresCase && tokens.stream().noneMatch(Wildcard.class::isInstance)) {
            String text = tokens.isEmpty() ? "" : ((LikePattern.Text) tokens.get(0)).value();
            ValueSet point = ValueSet.point(subject.domain(), new Literal.Text(text));
            return facet(subject, matches ? point : point.complement(), false);
        }
        LikePattern form = ignoresCase
                ? new LikePattern(tokens.stream().map(Terms::inLowerCase).toList())
                : pattern;
        return new Match(subject, form, ignoresCase, matches);
    }

    /** Only ASCII: of other characters engines disagree about what has another case. */
    private static boolean isWithoutCase(LikePattern.Token token) {
        return !(token instanceof LikePattern.Text text)
                || text.value().chars().allMatch(c -> c < 128 && !Character.isLetter(c));
    }

    private static LikePattern.Token inLowerCase(LikePattern.Token token) {
        if (!(token instanceof LikePattern.Text text)) {
            return token;
        }
        StringBuilder lower = new StringBuilder();
        text.value().chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return new LikePattern.Text(lower.toString());
    }

    Term all(List<Term> terms) {
        return junction(true, terms);
    }

    Term any(List<Term> terms) {
        return junction(false, terms);
    }

    /** Flattened, leaves of one subject merged, implied terms left out, sorted. */
    Term junction(boolean all, List<Term> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        Gathering gathering = new Gathering(this, all);
        terms.forEach(gathering::add);
        List<Term> gathered = gathering.finish();
        if (gathered == null) {
            return all ? Junction.FALSE : Junction.TRUE;
        }
        gathered.sort(TermOrder.INSTANCE);
        List<Term> needed = withoutImplied(all, gathered);
        return switch (needed.size()) {
            case 0 -> all ? Junction.TRUE : Junction.FALSE;
            case 1 -> needed.get(0);
            default -> Junction.of(all, needed, junctions++);
        };
    }

    /**
     * Leaves out, one after the other, each term that a term still there makes superfluous. One after the other, because of
     * two terms that imply each other one must stay.
     */
    private List<Term> withoutImplied(boolean all, List<Term> terms) {
        List<Term> needed = new ArrayList<>(terms);
        for (int i = 0; i < needed.size(); ) {
            if (isSuperfluous(all, needed, i)) {
                needed.remove(i);
            } else {
                i++;
            }
        }
        return needed;
    }

    private boolean isSuperfluous(boolean all, List<Term> terms, int index) {
        Term term = terms.get(index);
        for (int i = 0; i < terms.size(); i++) {
            Term other = terms.get(i);
            if (i != index && (all ? implication.implies(other, term) : implication.implies(term, other))) {
                return true;
            }
        }
        return false;
    }
}
