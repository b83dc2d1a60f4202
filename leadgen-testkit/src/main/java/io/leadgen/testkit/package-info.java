/**
 * For users' own tests and for ours: a fake warehouse over H2, the contract that every warehouse passes, a generator of
 * predicates and an evaluator that says what they mean.
 */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
