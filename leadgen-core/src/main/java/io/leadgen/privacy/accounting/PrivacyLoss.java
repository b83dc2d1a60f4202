package io.leadgen.privacy.accounting;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What a release costs, and what a budget holds: an amount of zCDP, and of the chance that it does not hold (approximate zCDP,
 * Bun and Steinke 2016). Both add up over releases, also when each is chosen by the answers before it.
 */
public record PrivacyLoss(Rho rho, Delta delta) {
    public static final PrivacyLoss NONE = new PrivacyLoss(Rho.ZERO, Delta.ZERO);

    /** The order of charges: the greatest amount of zCDP first. */
    public static final Comparator<PrivacyLoss> DEAREST_FIRST =
            Comparator.comparing(PrivacyLoss::rho).reversed();

    public PrivacyLoss {
        requireNonNull(rho, "rho");
        requireNonNull(delta, "delta");
    }

    /** A loss that holds without exception. */
    public static PrivacyLoss of(Rho rho) {
        return new PrivacyLoss(rho, Delta.ZERO);
    }

    public PrivacyLoss plus(PrivacyLoss other) {
        return new PrivacyLoss(rho.plus(other.rho), delta.plus(other.delta));
    }

    /** So many times this. */
    public PrivacyLoss times(int factor) {
        return new PrivacyLoss(rho.times(factor), new Delta(Math.multiplyExact(delta.atto(), factor)));
    }

    /** What is left of this after spending {@code other}, neither part below zero. */
    public PrivacyLoss minus(PrivacyLoss other) {
        return new PrivacyLoss(rho.minus(other.rho), delta.minus(other.delta));
    }

    /** Whether this can be paid from a budget: both parts of it. */
    public boolean fitsIn(PrivacyLoss budget) {
        return rho.compareTo(budget.rho) <= 0 && delta.compareTo(budget.delta) <= 0;
    }

    /** This in whole tenths of a budget, rounded down. */
    public PrivacyLoss inTenthsOf(PrivacyLoss budget) {
        long pico = Math.max(1, budget.rho.pico() / 10);
        long atto = Math.max(1, budget.delta.atto() / 10);
        return new PrivacyLoss(new Rho(rho.pico() / pico * pico), new Delta(delta.atto() / atto * atto));
    }

    /** The smaller of each part. */
    public PrivacyLoss least(PrivacyLoss other) {
        return new PrivacyLoss(
                rho.compareTo(other.rho) < 0 ? rho : other.rho, delta.compareTo(other.delta) < 0 ? delta : other.delta);
    }
}
