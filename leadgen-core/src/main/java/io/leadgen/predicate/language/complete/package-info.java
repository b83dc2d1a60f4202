/** What an unfinished predicate can continue with. */
@NullMarked
package io.leadgen.predicate.language.complete;

import org.jspecify.annotations.NullMarked;
