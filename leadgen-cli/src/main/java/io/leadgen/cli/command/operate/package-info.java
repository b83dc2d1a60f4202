/** Commands for the operator and for the terminal. */
@NullMarked
package io.leadgen.cli.command.operate;

import org.jspecify.annotations.NullMarked;
