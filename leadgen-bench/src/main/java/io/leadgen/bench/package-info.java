/** Placeholder. */
@NullMarked
package io.leadgen.bench;

import org.jspecify.annotations.NullMarked;
