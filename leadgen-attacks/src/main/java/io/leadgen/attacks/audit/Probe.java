package io.leadgen.attacks.audit;

import io.leadgen.attacks.world.Person;
import java.util.function.ToDoubleFunction;

/**
 * One noisy number of an answer.
 *
 * @param value as it was answered
 * @param sigma the standard deviation of its noise
 * @param share what one person adds to its truth, by being there
 */
record Probe(double value, double sigma, ToDoubleFunction<Person> share) {}
