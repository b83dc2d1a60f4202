/** What an unfinished predicate can continue with. It reads tokens only and has no grammar of its own. */
@NullMarked
package io.leadgen.predicate.language.complete;

import org.jspecify.annotations.NullMarked;
