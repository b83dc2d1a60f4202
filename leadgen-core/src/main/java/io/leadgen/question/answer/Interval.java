package io.leadgen.question.answer;

import java.math.BigDecimal;

/**
 * A confidence interval of the value before noise, from the known noise alone.
 *
 * @param confidence the probability that an interval made in this way holds the value; 0.95
 */
public record Interval(BigDecimal low, BigDecimal high, double confidence) {}
