/** Answers in the shapes from which every output format is written. */
@NullMarked
package io.leadgen.cli.answer;

import org.jspecify.annotations.NullMarked;
