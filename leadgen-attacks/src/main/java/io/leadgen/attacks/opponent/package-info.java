/** Who answers an attacker: the product, and weak baselines that the attacks must break. */
@NullMarked
package io.leadgen.attacks.opponent;

import org.jspecify.annotations.NullMarked;
