package io.leadgen.privacy;

import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.noise.DiscreteGaussian;
import io.leadgen.privacy.noise.QuantileMechanism;
import io.leadgen.privacy.policy.CallerClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A draw of noise for one answer, begun before the scan and finished with what was scanned. */
sealed interface Drawing permits NamedDrawing, FoundDrawing, QuantilesDrawing, RangeDrawing {

    /**
     * An answer that waits to be paid for.
     *
     * @param release with its whole cost
     * @param instead what the opening has paid for, to be given if the rest is refused; or null
     */
    record Drawn(Release release, @Nullable Release instead) {}

    /** Where noise comes from. */
    record Noise(DiscreteGaussian gaussian, QuantileMechanism quantiles) {
        static Noise from(RandomGenerator bits) {
            return new Noise(new DiscreteGaussian(bits), new QuantileMechanism(bits));
        }

        NoisyValue on(BigInteger truth, BigInteger scale) {
            return new NoisyValue(new BigDecimal(truth.add(gaussian.sample(scale))), scale.doubleValue());
        }
    }

    /** Adds noise to what was scanned. */
    Drawn finish(Aggregate truth);

    /** Begins: whatever noise does not depend on the scan is drawn now, off the timed path. */
    static Drawing begin(Shape shape, CallerClass callerClass, Precision precision, Noise noise) {
        if (shape instanceof Shape.Named named) {
            return new NamedDrawing(named, callerClass, precision, noise);
        }
        if (shape instanceof Shape.Found found) {
            return new FoundDrawing(found, callerClass, noise);
        }
        if (shape instanceof Shape.Quantiles quantiles) {
            return new QuantilesDrawing(quantiles, callerClass, noise);
        }
        return new RangeDrawing((Shape.Range) shape, callerClass, noise);
    }
}
