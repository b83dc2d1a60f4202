/** Answers for the operator: checks, audits, attacks and first steps. */
@NullMarked
package io.leadgen.cli.answer.operate;

import org.jspecify.annotations.NullMarked;
