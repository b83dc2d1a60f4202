/** Options and arguments that several commands share, each declared once. */
@NullMarked
package io.leadgen.cli.command.option;

import org.jspecify.annotations.NullMarked;
