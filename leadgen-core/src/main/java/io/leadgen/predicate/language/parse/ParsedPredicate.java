package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.bind.PredicateBinder;

/**
 * A predicate that is grammatical, and nothing more: its names may not exist and its types may not fit until a
 * {@link PredicateBinder} has looked. Immutable; can be bound to any number of tables.
 */
public final class ParsedPredicate {
    private final Syntax syntax;

    ParsedPredicate(Syntax syntax) {
        this.syntax = syntax;
    }

    public Syntax syntax() {
        return syntax;
    }

    /** Says nothing about the predicate, so that it cannot get into a log by accident. */
    @Override
    public String toString() {
        return "ParsedPredicate";
    }
}
