/** From tokens to a syntax tree: JSqlParser reads what the lexer lets through, and its tree becomes ours. */
@NullMarked
package io.leadgen.predicate.language.parse;

import org.jspecify.annotations.NullMarked;
