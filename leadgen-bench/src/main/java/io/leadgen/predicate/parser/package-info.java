/** Beside the predicate language's own package, to reach the steps that are nobody else's business. */
@NullMarked
package io.leadgen.predicate.parser;

import org.jspecify.annotations.NullMarked;
