/** The two-valued algebra in which predicates are simplified. */
@NullMarked
package io.leadgen.predicate.canonical.term;

import org.jspecify.annotations.NullMarked;
