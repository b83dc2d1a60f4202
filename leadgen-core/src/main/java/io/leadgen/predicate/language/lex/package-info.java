/** From text to tokens: which token may follow which, and which words the language has. Deny by default. */
@NullMarked
package io.leadgen.predicate.language.lex;

import org.jspecify.annotations.NullMarked;
