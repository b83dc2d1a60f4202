/** Saved audiences with their versions. */
@NullMarked
package io.leadgen.runtime.audiences;

import org.jspecify.annotations.NullMarked;
