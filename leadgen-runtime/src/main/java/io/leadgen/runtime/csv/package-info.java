/** CSV files: how one is to be read is decided once, over the whole file, by a reader of its own. */
@NullMarked
package io.leadgen.runtime.csv;

import org.jspecify.annotations.NullMarked;
