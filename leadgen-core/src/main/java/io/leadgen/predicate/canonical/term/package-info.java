/** The two-valued algebra in which predicates are brought to one form. */
@NullMarked
package io.leadgen.predicate.canonical.term;

import org.jspecify.annotations.NullMarked;
