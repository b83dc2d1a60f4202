/** Errors: a stable code, who must act, the position in the text, and what to do. */
@NullMarked
package io.leadgen.error;

import org.jspecify.annotations.NullMarked;
