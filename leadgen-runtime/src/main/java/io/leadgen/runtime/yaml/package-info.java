/**
 * Reads YAML into types, and says where it is wrong: every value knows its line and column, and all problems of a file are
 * found at once. Works on the tree of nodes only; nothing in a file can name a class or create an object.
 *
 * <p>Internal to this module.
 */
@NullMarked
package io.leadgen.runtime.yaml;

import org.jspecify.annotations.NullMarked;
