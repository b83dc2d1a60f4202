/** Mistyped names. */
@NullMarked
package io.leadgen.spelling;

import org.jspecify.annotations.NullMarked;
