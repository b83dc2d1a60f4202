package io.leadgen.question.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares of noisy numbers, told to as many digits as they are likely to have. */
public final class Shares {
    private static final int DIGITS = 4;

    private Shares() {}

    /** The share, 0 to 1, or null if one of the two is suppressed or there is nothing to share. */
    public static @Nullable BigDecimal of(NoisyCount part, NoisyCount whole) {
        if (part.approxCount() == null || whole.approxCount() == null || whole.approxCount() == 0) {
            return null;
        }
        return of(BigDecimal.valueOf(part.approxCount()), BigDecimal.valueOf(whole.approxCount()));
    }

    public static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DIGITS, RoundingMode.HALF_EVEN)
                .min(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
    }
}
