/** What the process was started in, how it talks to people, and how it ends. */
@NullMarked
package io.leadgen.cli.process;

import org.jspecify.annotations.NullMarked;
