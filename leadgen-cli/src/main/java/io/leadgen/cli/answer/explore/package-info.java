/** What there is to ask about. */
@NullMarked
package io.leadgen.cli.answer.explore;

import org.jspecify.annotations.NullMarked;
