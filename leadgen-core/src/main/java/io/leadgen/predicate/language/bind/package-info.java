/** From a syntax tree to a predicate of one table: names become columns, literals get types. */
@NullMarked
package io.leadgen.predicate.language.bind;

import org.jspecify.annotations.NullMarked;
