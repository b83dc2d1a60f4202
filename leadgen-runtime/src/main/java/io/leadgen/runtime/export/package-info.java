/** Exports of audiences: notebooks, SQL, and a format that leadgen reads. */
@NullMarked
package io.leadgen.runtime.export;

import org.jspecify.annotations.NullMarked;
