package io.leadgen.privacy;

import io.leadgen.privacy.Release.NoisyValue;
import io.leadgen.privacy.noise.DiscreteGaussian;
import io.leadgen.privacy.noise.QuantileMechanism;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.random.RandomGenerator;

/** The samplers that mechanisms draw from. */
record Noise(DiscreteGaussian gaussian, QuantileMechanism quantiles) {
    static Noise from(RandomGenerator bits) {
        return new Noise(new DiscreteGaussian(bits), new QuantileMechanism(bits));
    }

    NoisyValue on(BigInteger truth, BigInteger scale) {
        return new NoisyValue(new BigDecimal(truth.add(gaussian.sample(scale))), scale.doubleValue());
    }
}
