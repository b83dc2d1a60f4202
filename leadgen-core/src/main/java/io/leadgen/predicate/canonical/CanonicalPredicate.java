package io.leadgen.predicate.canonical;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.Predicate;

/**
 * A predicate in canonical form, and which rows it selects as a key.
 *
 * <p>Guaranteed: the key determines the rows that the predicate selects, of every table, together with the types of the columns
 * that they depend on; nothing else need be added to it. Predicates of one form have one key. Not guaranteed: that one key has
 * one form, so a form must not be part of what a key is compared with.
 *
 * @param predicate what to show to people, and to make SQL of
 * @param key text without bounds to its length, not made to be read or parsed: for a hash. It never changes for a predicate
 *     that stays the same, but by a release that says so. It holds literals of the predicate, so it belongs into no log.
 */
public record CanonicalPredicate(Predicate predicate, String key) {
    public CanonicalPredicate {
        requireNonNull(predicate, "predicate");
        requireNonNull(key, "key");
    }
}
