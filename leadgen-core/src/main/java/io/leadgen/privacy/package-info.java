/** The release mechanism: what an answer costs, which noise it carries, and the budget that refuses. */
@NullMarked
package io.leadgen.privacy;

import org.jspecify.annotations.NullMarked;
