/** The published schema of all answers. */
@NullMarked
package io.leadgen.cli.answer.schema;

import org.jspecify.annotations.NullMarked;
