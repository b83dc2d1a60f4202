/** The one form that all spellings of a question share. Sound first: different questions never share one. */
@NullMarked
package io.leadgen.predicate.canonical;

import org.jspecify.annotations.NullMarked;
