/** Answers: released numbers, safe to show. */
@NullMarked
package io.leadgen.question.answer;

import org.jspecify.annotations.NullMarked;
