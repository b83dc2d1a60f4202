/** The audit log: a file of JSON lines, each sealed by the next. */
@NullMarked
package io.leadgen.runtime.audit;

import org.jspecify.annotations.NullMarked;
