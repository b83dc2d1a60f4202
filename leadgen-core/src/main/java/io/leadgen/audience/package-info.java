/** The facade: questions about audiences and their released answers. */
@NullMarked
package io.leadgen.audience;

import org.jspecify.annotations.NullMarked;
