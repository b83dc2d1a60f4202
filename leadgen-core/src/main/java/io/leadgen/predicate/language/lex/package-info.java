/** From text to tokens: what may stand next to what, and which words the language has. Deny by default. */
@NullMarked
package io.leadgen.predicate.language.lex;

import org.jspecify.annotations.NullMarked;
