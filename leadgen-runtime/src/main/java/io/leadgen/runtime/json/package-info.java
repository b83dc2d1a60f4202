/** JSON as text, for answers and logs. */
@NullMarked
package io.leadgen.runtime.json;

import org.jspecify.annotations.NullMarked;
