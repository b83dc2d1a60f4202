/** The audit log: a file of JSON lines, each with the hash of the one before. */
@NullMarked
package io.leadgen.runtime.audit;

import org.jspecify.annotations.NullMarked;
