/**
 * For users' own tests and for ours: fake warehouses, over H2 and in memory, the contract that every warehouse passes, a generator of
 * predicates and an evaluator that says what they mean.
 */
@NullMarked
package io.leadgen.testkit;

import org.jspecify.annotations.NullMarked;
