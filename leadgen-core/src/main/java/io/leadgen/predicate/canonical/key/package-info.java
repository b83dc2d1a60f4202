/** The key of a canonical predicate: its truth table if that is small enough, otherwise its form. */
@NullMarked
package io.leadgen.predicate.canonical.key;

import org.jspecify.annotations.NullMarked;
