/** The predicate language: parse, bind to a schema, canonicalise. Deny by default. */
@NullMarked
package io.leadgen.predicate;

import org.jspecify.annotations.NullMarked;
