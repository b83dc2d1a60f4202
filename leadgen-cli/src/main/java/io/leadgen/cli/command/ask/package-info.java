/** Commands that ask a question about people. */
@NullMarked
package io.leadgen.cli.command.ask;

import org.jspecify.annotations.NullMarked;
