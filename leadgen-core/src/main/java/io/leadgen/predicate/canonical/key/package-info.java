/** The key of a canonical predicate: its truth table where that is small enough, else its form. */
@NullMarked
package io.leadgen.predicate.canonical.key;

import org.jspecify.annotations.NullMarked;
