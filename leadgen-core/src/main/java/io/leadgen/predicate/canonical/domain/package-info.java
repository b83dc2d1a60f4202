/** The values that an operand can take, in order, and sets of them. */
@NullMarked
package io.leadgen.predicate.canonical.domain;

import org.jspecify.annotations.NullMarked;
