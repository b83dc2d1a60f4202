package io.leadgen.privacy.accounting;

import java.math.BigDecimal;

/**
 * The chance that a release discloses more than its {@link Rho} allows, the second currency of budgets: only answers that name
 * keys found in the data cost any. Adds up over releases. Kept as a whole number of 10^-18, so that sums are exact in any order.
 */
public record Delta(long atto) implements Comparable<Delta> {
    private static final int DIGITS = 18;
    public static final Delta ZERO = new Delta(0);

    public Delta {
        if (atto < 0) {
            throw new IllegalArgumentException("negative delta");
        }
    }

    /** A chance as written in a configuration, with at most 18 decimals. */
    public static Delta of(BigDecimal value) {
        return new Delta(value.movePointRight(DIGITS).longValueExact());
    }

    public Delta plus(Delta other) {
        return new Delta(Math.addExact(atto, other.atto));
    }

    /** What is left of this after spending {@code other}, never below zero. */
    public Delta minus(Delta other) {
        return new Delta(Math.max(0, atto - other.atto));
    }

    /** The chance as a number from 0 on. */
    public BigDecimal value() {
        return BigDecimal.valueOf(atto, DIGITS).stripTrailingZeros();
    }

    @Override
    public int compareTo(Delta other) {
        return Long.compare(atto, other.atto);
    }

    @Override
    public String toString() {
        return value().toString();
    }
}
