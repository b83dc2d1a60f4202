/** One class for each question: what it asks, how it is planned, and the answer that it has. */
@NullMarked
package io.leadgen.question;

import org.jspecify.annotations.NullMarked;
