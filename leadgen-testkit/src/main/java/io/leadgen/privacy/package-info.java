/** Access to what {@code leadgen-core} seals, for tests of engines. */
@NullMarked
package io.leadgen.privacy;

import org.jspecify.annotations.NullMarked;
