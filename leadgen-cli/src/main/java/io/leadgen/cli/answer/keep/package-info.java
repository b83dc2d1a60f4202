/** What is kept of an audience: saved, exported, compared, reported. */
@NullMarked
package io.leadgen.cli.answer.keep;

import org.jspecify.annotations.NullMarked;
