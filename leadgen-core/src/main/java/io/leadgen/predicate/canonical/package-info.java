/** The one form that all spellings of a predicate share, and its key. Different predicates never share one. */
@NullMarked
package io.leadgen.predicate.canonical;

import org.jspecify.annotations.NullMarked;
