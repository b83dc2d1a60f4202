/** Attacks that search for something that must not be there at all. */
@NullMarked
package io.leadgen.attacks.leak;

import org.jspecify.annotations.NullMarked;
