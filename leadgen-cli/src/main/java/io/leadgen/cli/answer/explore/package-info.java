/** What there is to ask about, and the budget for it. */
@NullMarked
package io.leadgen.cli.answer.explore;

import org.jspecify.annotations.NullMarked;
