/** Placeholder. */
@NullMarked
package io.leadgen.runtime;

import org.jspecify.annotations.NullMarked;
