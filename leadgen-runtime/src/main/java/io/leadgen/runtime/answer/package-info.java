/**
 * Answers, each declared once as a {@link io.leadgen.runtime.answer.Shape}: the same JSON for the command line, for tools of
 * agents and for Java.
 *
 * <p>Keys have a fixed order. A key whose value is unknown or withheld is there, with null; only those that the schema does not
 * require are left out.
 */
@NullMarked
package io.leadgen.runtime.answer;

import org.jspecify.annotations.NullMarked;
