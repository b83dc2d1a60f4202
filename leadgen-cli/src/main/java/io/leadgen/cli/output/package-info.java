/** How answers and errors look, for people and for programs. Nothing here asks or decides anything. */
@NullMarked
package io.leadgen.cli.output;

import org.jspecify.annotations.NullMarked;
