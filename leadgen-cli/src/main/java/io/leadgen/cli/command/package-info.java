/** What every command is built from: what it needs, the options of all, and the tables that a line is about. */
@NullMarked
package io.leadgen.cli.command;

import org.jspecify.annotations.NullMarked;
