package io.leadgen.privacy.policy;

import static java.util.Objects.requireNonNull;

import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How precise an answer should be: the half-width of its 95 % interval relative to the answer. The price of an answer falls
 * with the square of the precision and of the audience's size.
 *
 * @param fraction 0.001 to 0.2, or 0 for the finest noise that the caller's class allows; null for what the class has as its default
 */
public record Precision(@Nullable BigDecimal fraction) {
    private static final BigDecimal FINEST = new BigDecimal("0.001");
    private static final BigDecimal COARSEST = new BigDecimal("0.2");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,4})?) ?%");

    /** The finest noise that the caller's class allows. */
    public static final Precision MAX = new Precision(BigDecimal.ZERO);

    /** What the caller's class has as its default: 1 % for untrusted callers, 5 % for trusted ones, unless configured. */
    public static final Precision DEFAULT = new Precision(null);

    /** How many standard deviations make a two-sided 95 % interval. */
    public static final double Z95 = 1.959964;

    /**
     * Checks the values.
     *
     * @throws LeadgenException INVALID_ARGUMENT for a fraction out of range
     */
    public Precision {
        fraction = fraction == null ? null : fraction.stripTrailingZeros();
        if (fraction != null
                && fraction.signum() != 0
                && (fraction.compareTo(FINEST) < 0 || fraction.compareTo(COARSEST) > 0)) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "A precision is between 0.1% and 20%, or max", "for example 1%");
        }
    }

    /**
     * Reads {@code "1%"}, {@code "0.1%"} to {@code "20%"}, or {@code "max"}.
     *
     * @throws LeadgenException INVALID_ARGUMENT for any other text
     */
    public static Precision parse(String text) {
        if (text.equalsIgnoreCase("max")) {
            return MAX;
        }
        Matcher matcher = PERCENT.matcher(text.strip());
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            throw LeadgenException.of(
                    ErrorCode.INVALID_ARGUMENT, "A precision is between 0.1% and 20%, or max", "for example 1%");
        }
        return new Precision(new BigDecimal(matcher.group(1)).movePointLeft(2));
    }

    /** This, or the default of a class. */
    public Precision of(CallerClass callerClass) {
        return fraction == null ? callerClass.precision() : this;
    }

    /** The fraction as a number. Not for the default, which a class has to resolve first. */
    public double value() {
        return requireNonNull(fraction, "a precision of no class").doubleValue();
    }

    @Override
    public String toString() {
        if (fraction == null) {
            return "default";
        }
        return fraction.signum() == 0
                ? "max"
                : fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
