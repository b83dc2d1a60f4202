/** Commands that save, compare and export audiences. */
@NullMarked
package io.leadgen.cli.command.keep;

import org.jspecify.annotations.NullMarked;
