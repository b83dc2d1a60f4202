/** What a predicate is: a closed tree of conditions over operands, how it prints, and the columns that it mentions. */
@NullMarked
package io.leadgen.predicate;

import org.jspecify.annotations.NullMarked;
