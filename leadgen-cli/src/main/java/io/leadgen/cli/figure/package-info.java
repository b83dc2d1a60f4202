/** Pictures as data: a terminal and a file draw the same. */
@NullMarked
package io.leadgen.cli.figure;

import org.jspecify.annotations.NullMarked;
