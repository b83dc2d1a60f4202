package io.leadgen.predicate.canonical.term;

import io.leadgen.predicate.Function;
import io.leadgen.predicate.LikePattern;
import io.leadgen.predicate.LikePattern.Wildcard;
import io.leadgen.predicate.Literal;
import io.leadgen.predicate.Operand;
import io.leadgen.predicate.Operand.Call;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.canonical.domain.OperandOrder;
import io.leadgen.predicate.canonical.domain.ValueSet;
import io.leadgen.predicate.canonical.term.Term.Junction;
import io.leadgen.predicate.canonical.term.Term.Match;
import io.leadgen.predicate.canonical.term.Term.Relation;
import io.leadgen.predicate.canonical.term.Term.ValueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the terms of one canonicalization, each in its simplest form. */
final class TermFactory {
    private final Map<Operand, InternedOperand> subjects = new HashMap<>();
    private final Implication implication = new Implication();
    private int junctions;

    InternedOperand subject(Operand operand) {
        InternedOperand known = subjects.get(operand);
        if (known != null) {
            return known;
        }
        Operand decider = InternedOperand.nullDecider(operand);
        InternedOperand inner = decider == null ? null : subject(decider);
        InternedOperand made = new InternedOperand(operand, subjects.size(), inner, known(operand, inner));
        subjects.put(operand, made);
        return made;
    }

    /** What follows for another operand where this one is not NULL. */
    private @Nullable ValueConstraint known(Operand operand, @Nullable InternedOperand inner) {
        Term term = Junction.TRUE;
        if (inner != null) {
            term = constraint(inner, ValueSet.ALL, false);
        } else if (operand instanceof Call call && call.function() == Function.NULLIF) {
            InternedOperand argument = subject(call.arguments().get(0));
            term = nullIf(argument, (Literal) call.arguments().get(1), ValueSet.ALL, false);
        }
        return term instanceof ValueConstraint constraint ? constraint : null;
    }

    /**
     * The value of the operand is in the set or, with {@code orNull}, NULL. {@code coalesce} and {@code nullif} become a
     * constraint on their argument. So does a constraint that only distinguishes NULL, on a function that is NULL exactly where
     * its argument is.
     */
    Term constraint(InternedOperand subject, ValueSet values, boolean orNull) {
        if (subject.operand() instanceof RelatedCount && (orNull || values.isAll())) {
            // A number of rows is never NULL.
            return values.isAll() ? Junction.TRUE : constraint(subject, values, false);
        }
        if (values.isNone() && !orNull) {
            return Junction.FALSE;
        }
        if (values.isAll() && orNull) {
            return Junction.TRUE;
        }
        InternedOperand inner = subject.inner();
        if (inner != null && (values.isAll() || values.isNone())) {
            return constraint(inner, values, orNull);
        }
        if (subject.operand() instanceof Call call && call.function().arity() == 2) {
            InternedOperand argument = subject(call.arguments().get(0));
            Literal literal = (Literal) call.arguments().get(1);
            return call.function() == Function.COALESCE
                    ? constraint(argument, values.within(argument.domain()), values.contains(subject.domain(), literal))
                    : nullIf(argument, literal, values, orNull);
        }
        return new ValueConstraint(subject, values, orNull);
    }

    private Term nullIf(InternedOperand argument, Literal literal, ValueSet values, boolean orNull) {
        ValueSet point = ValueSet.point(argument.domain(), literal);
        return constraint(argument, orNull ? values.unite(point) : values.minus(point), orNull);
    }

    Term relation(Operand left, Operand right, int outcomes) {
        int order = OperandOrder.INSTANCE.compare(left, right);
        if (order == 0) {
            boolean holds = (outcomes & Relation.EQUAL) != 0;
            return constraint(subject(left), holds ? ValueSet.ALL : ValueSet.NONE, false);
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
        InternedOperand subject = subject(operand);
        List<LikePattern.Token> tokens = pattern.tokens();
        if (tokens.equals(List.of(Wildcard.ANY_TEXT))) {
            return constraint(subject, matches ? ValueSet.ALL : ValueSet.NONE, false);
        }
        boolean ignoresCase = caseInsensitive && !tokens.stream().allMatch(TermFactory::isWithoutCase);
        if (!ignoresCase && tokens.stream().noneMatch(Wildcard.class::isInstance)) {
            String text = tokens.isEmpty() ? "" : ((LikePattern.Text) tokens.get(0)).value();
            ValueSet point = ValueSet.point(subject.domain(), new Literal.Text(text));
            return constraint(subject, matches ? point : point.complement(), false);
        }
        LikePattern form = ignoresCase
                ? new LikePattern(tokens.stream().map(TermFactory::inLowerCase).toList())
                : pattern;
        return new Match(subject, form, ignoresCase, matches);
    }

    /** Only ASCII: engines disagree about the case of other characters. */
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

    /** Flattens, merges the leaves of one operand, removes implied terms and sorts. */
    Term junction(boolean all, List<Term> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        JunctionSimplifier simplifier = new JunctionSimplifier(this, all);
        terms.forEach(simplifier::add);
        List<Term> merged = simplifier.finish();
        if (merged == null) {
            return all ? Junction.FALSE : Junction.TRUE;
        }
        merged.sort(TermOrder.INSTANCE);
        List<Term> needed = withoutImplied(all, merged);
        return switch (needed.size()) {
            case 0 -> all ? Junction.TRUE : Junction.FALSE;
            case 1 -> needed.get(0);
            default -> Junction.of(all, needed, junctions++);
        };
    }

    /**
     * Removes, one after the other, each term that the remaining ones make superfluous. Starts at the end, where the larger terms
     * are: of two equivalent ones the shorter stays.
     */
    private List<Term> withoutImplied(boolean all, List<Term> terms) {
        List<Term> others = new ArrayList<>(terms);
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = others.remove(i);
            if (!(all ? implication.allImply(others, term) : implication.impliesAny(term, others))) {
                others.add(i, term);
            }
        }
        return others;
    }
}
