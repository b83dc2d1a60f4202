/** Engines behind the {@link io.leadgen.warehouse.Warehouse} port, and the gate in front of them. */
@NullMarked
package io.leadgen.runtime.warehouse;

import org.jspecify.annotations.NullMarked;
