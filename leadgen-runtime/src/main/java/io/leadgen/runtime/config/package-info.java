/** {@code config.yml}: where it is, how it is read, and what it says. */
@NullMarked
package io.leadgen.runtime.config;

import org.jspecify.annotations.NullMarked;
