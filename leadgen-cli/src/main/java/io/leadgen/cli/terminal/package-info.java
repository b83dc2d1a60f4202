/** What a terminal shows: text, tables, charts, progress. */
@NullMarked
package io.leadgen.cli.terminal;

import org.jspecify.annotations.NullMarked;
