/** The invented table that is attacked. */
@NullMarked
package io.leadgen.attacks.world;

import org.jspecify.annotations.NullMarked;
