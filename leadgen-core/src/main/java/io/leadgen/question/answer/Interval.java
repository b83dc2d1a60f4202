package io.leadgen.question.answer;

import java.math.BigDecimal;

/**
 * Where the value before noise lies with a stated confidence, judged by the known noise alone.
 *
 * @param confidence the probability that an interval made in this way holds the value; 0.95
 */
public record Interval(BigDecimal low, BigDecimal high, double confidence) {}
