/**
 * Reads YAML with positions: every value knows its line and column, and all diagnostics of a file are reported at once. Works on the tree of nodes only; nothing in a file can name a class or create an object.
 *
 * <p>Internal to this module.
 */
@NullMarked
package io.leadgen.runtime.yaml;

import org.jspecify.annotations.NullMarked;
