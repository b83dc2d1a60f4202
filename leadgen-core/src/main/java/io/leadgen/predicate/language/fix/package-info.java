/** What would be accepted in place of a predicate that was rejected. */
@NullMarked
package io.leadgen.predicate.language.fix;

import org.jspecify.annotations.NullMarked;
