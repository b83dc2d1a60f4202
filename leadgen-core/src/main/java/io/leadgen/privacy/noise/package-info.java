/** Exact samplers: discrete Gaussian noise and the exponential mechanism, in integer arithmetic. */
@NullMarked
package io.leadgen.privacy.noise;

import org.jspecify.annotations.NullMarked;
