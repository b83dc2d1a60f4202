/** Corrected texts for rejected predicates. */
@NullMarked
package io.leadgen.predicate.language.fix;

import org.jspecify.annotations.NullMarked;
