/** Checks a configuration and its connections step by step, with hints. */
@NullMarked
package io.leadgen.runtime.doctor;

import org.jspecify.annotations.NullMarked;
