/** Attacks that guess a secret bit about one person. */
@NullMarked
package io.leadgen.attacks.guess;

import org.jspecify.annotations.NullMarked;
