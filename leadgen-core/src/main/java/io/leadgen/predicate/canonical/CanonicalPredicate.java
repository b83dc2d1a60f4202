package io.leadgen.predicate.canonical;

import static java.util.Objects.requireNonNull;

import io.leadgen.predicate.Predicate;

/**
 * A predicate in canonical form, and the rows that it selects as a key.
 *
 * <p>Guaranteed: the key determines the rows that the predicate selects, of every table, and the types of the columns that they
 * depend on; nothing need be added to it. Predicates with one form have one key. Not guaranteed: that one key has one form, so
 * never compare keys together with forms.
 *
 * @param predicate what is shown to people and rendered as SQL
 * @param key text of any length, for a hash; not meant to be read or parsed. It is the same in every release, unless the release
 *     notes say otherwise. It holds literals of the predicate, so never log it.
 */
public record CanonicalPredicate(Predicate predicate, String key) {
    public CanonicalPredicate {
        requireNonNull(predicate, "predicate");
        requireNonNull(key, "key");
    }
}
