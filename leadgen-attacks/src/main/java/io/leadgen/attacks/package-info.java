/**
 * Attacks on the privacy of answers, as games that are played against the product and against weak baselines. How often an
 * attacker is right, against what the theorem allows.
 */
@NullMarked
package io.leadgen.attacks;

import org.jspecify.annotations.NullMarked;
