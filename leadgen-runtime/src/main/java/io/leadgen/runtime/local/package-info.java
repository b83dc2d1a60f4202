/** Files on this machine that are asked about by their path. */
@NullMarked
package io.leadgen.runtime.local;

import org.jspecify.annotations.NullMarked;
