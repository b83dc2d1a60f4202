/** Local files that are queried by path. */
@NullMarked
package io.leadgen.runtime.local;

import org.jspecify.annotations.NullMarked;
