/** Audiences that somebody has saved under a name, with their versions. */
@NullMarked
package io.leadgen.runtime.audiences;

import org.jspecify.annotations.NullMarked;
