/** Renders an aggregate query as one SQL statement for a dialect, and runs it over JDBC. */
@NullMarked
package io.leadgen.runtime.sql;

import org.jspecify.annotations.NullMarked;
