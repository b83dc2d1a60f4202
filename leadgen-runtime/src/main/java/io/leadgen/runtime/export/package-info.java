/** Audiences as files for other people's tools: notebooks, SQL, and a form that leadgen reads back. */
@NullMarked
package io.leadgen.runtime.export;

import org.jspecify.annotations.NullMarked;
