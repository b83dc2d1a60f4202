/** Placeholder. */
@NullMarked
package io.leadgen;

import org.jspecify.annotations.NullMarked;
