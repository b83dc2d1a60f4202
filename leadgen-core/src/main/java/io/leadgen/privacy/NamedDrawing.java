package io.leadgen.privacy;

import io.leadgen.privacy.Release.Cell;
import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.accounting.PrivacyLoss;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Every cell is released twice, coarsely and then as finely as the asked precision needs, and the two are combined by inverse
 * variance. The finer noise, and so the second price, is chosen by the first noisy values only, so that adaptive composition of
 * zCDP holds (Bun and Steinke 2016).
 */
final class NamedDrawing implements Drawing {
    private final Shape.Named shape;
    private final CallerClass callerClass;
    private final Precision precision;
    private final Noise noise;
    private final int coarseSigma;
    /** By cell and by coordinate. */
    private final BigInteger[][] coarseNoise;

    NamedDrawing(Shape.Named shape, CallerClass callerClass, Precision precision, Noise noise) {
        this.shape = shape;
        this.callerClass = callerClass;
        this.precision = precision;
        this.noise = noise;
        this.coarseSigma = Price.coarseSigma(callerClass);
        this.coarseNoise = new BigInteger[shape.size()][shape.detail().coordinates()];
        for (BigInteger[] cell : coarseNoise) {
            for (int coordinate = 0; coordinate < cell.length; coordinate++) {
                cell[coordinate] = noise.gaussian().sample(scale(coordinate, coarseSigma));
            }
        }
    }

    @Override
    public Drawn finish(Aggregate truth) {
        if (truth.size() != shape.size()) {
            throw new IllegalStateException("a scan with other cells than asked");
        }
        List<List<NoisyValue>> coarse = new ArrayList<>();
        for (int cell = 0; cell < shape.size(); cell++) {
            List<NoisyValue> values = new ArrayList<>();
            for (int coordinate = 0; coordinate < coarseNoise[cell].length; coordinate++) {
                values.add(new NoisyValue(
                        new BigDecimal(truth.value(cell, coordinate).add(coarseNoise[cell][coordinate])),
                        scale(coordinate, coarseSigma).doubleValue()));
            }
            coarse.add(values);
        }
        PrivacyLoss opening = PrivacyLoss.of(Price.rho(shape, coarseSigma));
        int sigma = sigma(coarse);
        if (sigma == coarseSigma) {
            return new Drawn(release(coarse, false, opening), null);
        }
        List<List<NoisyValue>> combined = new ArrayList<>();
        for (int cell = 0; cell < shape.size(); cell++) {
            List<NoisyValue> values = new ArrayList<>();
            for (int coordinate = 0; coordinate < coarseNoise[cell].length; coordinate++) {
                NoisyValue fine = noise.on(truth.value(cell, coordinate), scale(coordinate, sigma));
                values.add(combine(coarse.get(cell).get(coordinate), fine));
            }
            combined.add(values);
        }
        PrivacyLoss whole = opening.plus(PrivacyLoss.of(Price.rho(shape, sigma)));
        return new Drawn(release(combined, false, whole), release(coarse, true, opening));
    }

    /** The noise that gives the mean cell the precision that was asked for. */
    private int sigma(List<List<NoisyValue>> coarse) {
        if (precision.equals(Precision.MAX)) {
            return callerClass.sigma();
        }
        double cells = shape.size();
        double count = 0;
        double detail = 0;
        for (List<NoisyValue> cell : coarse) {
            count += cell.get(0).value().doubleValue() / cells;
            if (shape.detail() instanceof Detail.Centred centred) {
                detail += cell.get(1).value().doubleValue() / centred.sensitivity() / cells;
            }
        }
        Detail.Estimate mean = shape.detail().estimate(count, detail);
        double coarseError = mean.errorPerSigma() * coarseSigma / Math.sqrt(cells);
        return precision.sigmaFor(mean, coarseError, callerClass.sigma(), coarseSigma);
    }

    private BigInteger scale(int coordinate, int sigma) {
        int sensitivity =
                coordinate == 0 || !(shape.detail() instanceof Detail.Centred centred) ? 1 : centred.sensitivity();
        return BigInteger.valueOf(sensitivity).multiply(BigInteger.valueOf(sigma));
    }

    private static Release release(List<List<NoisyValue>> values, boolean coarse, PrivacyLoss cost) {
        List<Cell> cells = values.stream()
                .map(cell -> Cell.of(cell.get(0), cell.subList(1, cell.size())))
                .toList();
        return new Release(cells, coarse, cost);
    }

    /** The mean of two independent noisy values of one truth that has the least variance. */
    private static NoisyValue combine(NoisyValue one, NoisyValue other) {
        double weightOfOne = 1 / (one.sigma() * one.sigma());
        double weightOfOther = 1 / (other.sigma() * other.sigma());
        double sum = weightOfOne + weightOfOther;
        BigDecimal value = one.value()
                .multiply(BigDecimal.valueOf(weightOfOne / sum))
                .add(other.value().multiply(BigDecimal.valueOf(weightOfOther / sum)))
                .round(MathContext.DECIMAL64);
        return new NoisyValue(value, Math.sqrt(1 / sum));
    }
}
