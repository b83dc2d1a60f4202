package io.leadgen.attacks.opponent;

import io.leadgen.privacy.accounting.Guarantee;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;

/**
 * What answers have cost, and how much can be learned from them.
 *
 * @param rho their cost in zCDP
 * @param quantiles whether a MIN or a MAX is among them
 */
public record Spending(Rho rho, boolean quantiles) {
    public static final Spending NONE = new Spending(Rho.ZERO, false);

    public Spending plus(Rho more, boolean quantile) {
        return new Spending(rho.plus(more), quantiles || quantile);
    }

    /** How often a guess of a fair coin can be right at most. */
    public double ceiling() {
        PrivacyLoss loss = PrivacyLoss.of(rho);
        return (quantiles ? Guarantee.ofAny(loss) : Guarantee.ofGaussian(loss)).ceiling();
    }
}
