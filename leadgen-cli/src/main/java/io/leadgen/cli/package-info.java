/** Placeholder. */
@NullMarked
package io.leadgen.cli;

import org.jspecify.annotations.NullMarked;
