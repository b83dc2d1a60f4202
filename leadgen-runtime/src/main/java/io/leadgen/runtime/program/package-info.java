/** The program itself: its version and its log. */
@NullMarked
package io.leadgen.runtime.program;

import org.jspecify.annotations.NullMarked;
