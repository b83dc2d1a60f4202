/** Answers to questions about an audience. */
@NullMarked
package io.leadgen.cli.answer.ask;

import org.jspecify.annotations.NullMarked;
