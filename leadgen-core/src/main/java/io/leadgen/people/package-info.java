/** One person: what identifies them, and what one person contributes. */
@NullMarked
package io.leadgen.people;

import org.jspecify.annotations.NullMarked;
