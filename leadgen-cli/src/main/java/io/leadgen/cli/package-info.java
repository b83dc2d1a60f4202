/** The command {@code leadgen}: one class for each command; what is asked and answered comes from the core. */
@NullMarked
package io.leadgen.cli;

import org.jspecify.annotations.NullMarked;
