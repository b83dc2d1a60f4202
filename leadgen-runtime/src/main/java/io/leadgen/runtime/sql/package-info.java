/** From an aggregate question to the one statement that answers it: text and binds, for three dialects. */
@NullMarked
package io.leadgen.runtime.sql;

import org.jspecify.annotations.NullMarked;
