package io.leadgen.privacy.accounting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of zero-concentrated differential privacy, the currency of budgets: what releases cost adds up (Bun and Steinke
 * 2016). Kept as a whole number of 10^-12, costs rounded up, so that sums are exact in any order.
 */
public record Rho(long pico) implements Comparable<Rho> {
    private static final int DIGITS = 12;
    public static final Rho ZERO = new Rho(0);

    public Rho {
        if (pico < 0) {
            throw new IllegalArgumentException("negative rho");
        }
    }

    /** An amount as written in a configuration, with at most 12 decimals. */
    public static Rho of(BigDecimal value) {
        return new Rho(value.movePointRight(DIGITS).longValueExact());
    }

    /** What one release with Gaussian noise of {@code sigma} sensitivities costs: 1 / (2 sigma²), rounded up. */
    public static Rho ofGaussian(int sigma) {
        BigDecimal variance = BigDecimal.valueOf(sigma).pow(2).multiply(BigDecimal.valueOf(2));
        return of(BigDecimal.ONE.divide(variance, DIGITS, RoundingMode.CEILING));
    }

    public Rho plus(Rho other) {
        return new Rho(Math.addExact(pico, other.pico));
    }

    public Rho times(int count) {
        return new Rho(Math.multiplyExact(pico, count));
    }

    /** What is left of this after spending {@code other}, never below zero. */
    public Rho minus(Rho other) {
        return new Rho(Math.max(0, pico - other.pico));
    }

    /** The amount in plain units. */
    public BigDecimal value() {
        return BigDecimal.valueOf(pico, DIGITS).stripTrailingZeros();
    }

    @Override
    public int compareTo(Rho other) {
        return Long.compare(pico, other.pico);
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
