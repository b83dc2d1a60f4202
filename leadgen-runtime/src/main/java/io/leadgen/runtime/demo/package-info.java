/** The demo: generated customers and real people of a public census. */
@NullMarked
package io.leadgen.runtime.demo;

import org.jspecify.annotations.NullMarked;
