/** What can go wrong, said so that the right person can act: codes, positions, hints. */
@NullMarked
package io.leadgen.error;

import org.jspecify.annotations.NullMarked;
