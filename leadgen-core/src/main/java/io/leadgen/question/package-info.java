/** One class for each question: its validation, defaults and plan. */
@NullMarked
package io.leadgen.question;

import org.jspecify.annotations.NullMarked;
