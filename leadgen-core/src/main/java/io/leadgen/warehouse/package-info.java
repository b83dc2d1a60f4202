/** The port to an engine: one aggregate over one scan goes in, raw cells that only a release can open come out. */
@NullMarked
package io.leadgen.warehouse;

import org.jspecify.annotations.NullMarked;
