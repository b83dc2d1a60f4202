/**
 * Answers as trees for {@link io.leadgen.runtime.json.JsonText}: one shape for the command line, for tools of agents and for
 * everything else, so that whoever has read one of them can read all.
 *
 * <p>Keys have a fixed order. A key whose value is unknown or withheld is there, with null; only {@code coarse}, {@code fix}, and
 * what is not declared about a column, is left out.
 */
@NullMarked
package io.leadgen.runtime.answer;

import org.jspecify.annotations.NullMarked;
