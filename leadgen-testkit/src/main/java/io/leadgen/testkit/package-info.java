/** Placeholder. */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
