/** The shell: lines from a person or a script, what they mean, and the audience that is refined step by step. Only it knows JLine. */
@NullMarked
package io.leadgen.cli.shell;

import org.jspecify.annotations.NullMarked;
