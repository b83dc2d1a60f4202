/** Privacy loss: what releases cost, how losses add up, and what a spent budget means for one person. */
@NullMarked
package io.leadgen.privacy.accounting;

import org.jspecify.annotations.NullMarked;
