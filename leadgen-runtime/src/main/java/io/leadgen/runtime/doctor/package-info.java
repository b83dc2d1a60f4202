/** Looks for what keeps a configuration from working, one thing after the other, and says what to do about each. */
@NullMarked
package io.leadgen.runtime.doctor;

import org.jspecify.annotations.NullMarked;
