package io.leadgen.privacy;

import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.accounting.Rho;
import io.leadgen.privacy.policy.CallerClass;

/**
 * What a question can cost, known before it is asked.
 *
 * @param opening charged before the scan
 * @param least altogether, the opening included
 * @param most altogether
 */
public record Price(PrivacyLoss opening, PrivacyLoss least, PrivacyLoss most) {

    /**
     * What a question of a shape can cost a caller of a class.
     *
     * <p>Whatever is asked, the opening is what a coarse answer of {@value #COARSENESS} times the finest noise costs, a 256th of
     * the finest one's price: a scan that fails costs little, and none is free.
     */
    public static Price of(Shape shape, CallerClass callerClass, Precision precision) {
        PrivacyLoss opening = PrivacyLoss.of(rho(shape, coarseSigma(callerClass)));
        PrivacyLoss finest = PrivacyLoss.of(rho(shape, callerClass.sigma()));
        if (shape instanceof Shape.Named) {
            PrivacyLoss both = opening.plus(finest);
            return new Price(opening, precision.equals(Precision.MAX) ? both : opening, both);
        }
        PrivacyLoss all =
                shape instanceof Shape.Found ? finest.plus(new PrivacyLoss(Rho.ZERO, FoundDrawing.CHANCE)) : finest;
        return new Price(opening, all, all);
    }

    /** How much coarser than the class's finest noise the first answer is. */
    static final int COARSENESS = 16;

    static int coarseSigma(CallerClass callerClass) {
        return callerClass.sigma() * COARSENESS;
    }

    /** What noise of a sigma costs: once for each value that one unit touches. */
    static Rho rho(Shape shape, int sigma) {
        return Rho.ofGaussian(sigma).times(touched(shape));
    }

    private static int touched(Shape shape) {
        if (shape instanceof Shape.Named named) {
            return Math.multiplyExact(named.perUnit(), named.detail().coordinates());
        }
        if (shape instanceof Shape.Found found) {
            return Math.multiplyExact(found.perUnit(), found.detail().coordinates());
        }
        return shape instanceof Shape.Quantiles quantiles
                ? 1 + quantiles.percents().size()
                : 1;
    }
}
