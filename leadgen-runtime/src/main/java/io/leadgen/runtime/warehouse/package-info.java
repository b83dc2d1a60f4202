/** Limits and metadata for warehouses; engines have a package each. */
@NullMarked
package io.leadgen.runtime.warehouse;

import org.jspecify.annotations.NullMarked;
