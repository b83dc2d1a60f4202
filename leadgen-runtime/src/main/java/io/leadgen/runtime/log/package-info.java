/** What the program tells its operator while it runs. Never a literal of a predicate, never a value of a row. */
@NullMarked
package io.leadgen.runtime.log;

import org.jspecify.annotations.NullMarked;
