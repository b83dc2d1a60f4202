/** One event for every question, without literals and without true values. */
@NullMarked
package io.leadgen.audit;

import org.jspecify.annotations.NullMarked;
