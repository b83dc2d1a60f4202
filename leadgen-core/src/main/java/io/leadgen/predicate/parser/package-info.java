/**
 * From text to a bound predicate: a gate of ours, JSqlParser contained behind it, our syntax tree, and the binder that holds
 * it against a table's schema. Deny by default.
 */
@NullMarked
package io.leadgen.predicate.parser;

import org.jspecify.annotations.NullMarked;
