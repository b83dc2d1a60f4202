/** The entry point: opens a configuration, and connects all adapters. */
@NullMarked
package io.leadgen.runtime;

import org.jspecify.annotations.NullMarked;
