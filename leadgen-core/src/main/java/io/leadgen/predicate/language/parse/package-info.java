/** From tokens to a syntax tree: JSqlParser parses the normalized line, and its tree is converted to ours. */
@NullMarked
package io.leadgen.predicate.language.parse;

import org.jspecify.annotations.NullMarked;
