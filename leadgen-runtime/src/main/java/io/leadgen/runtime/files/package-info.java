/** Files that only their owner reads, and that several processes share. */
@NullMarked
package io.leadgen.runtime.files;

import org.jspecify.annotations.NullMarked;
