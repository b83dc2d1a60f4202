package io.leadgen.predicate.language.parse;

import io.leadgen.predicate.language.bind.PredicateBinder;

/**
 * A grammatical predicate. Its columns may not exist and its types may not fit until a {@link PredicateBinder} has checked it.
 * Immutable; can be bound to any number of tables.
 */
public final class ParsedPredicate {
    private final Syntax syntax;

    ParsedPredicate(Syntax syntax) {
        this.syntax = syntax;
    }

    public Syntax syntax() {
        return syntax;
    }

    /** Does not show the predicate, so that it cannot get into a log by accident. */
    @Override
    public String toString() {
        return "ParsedPredicate";
    }
}
