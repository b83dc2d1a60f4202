/** How a question is answered: the compiler of its texts, and the plan that is checked and asked. For the core alone. */
@NullMarked
package io.leadgen.question.plan;

import org.jspecify.annotations.NullMarked;
