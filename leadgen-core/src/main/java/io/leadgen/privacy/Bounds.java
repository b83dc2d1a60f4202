package io.leadgen.privacy;

/**
 * The range to which one person's value is clamped before it is summed, so that no person can move a sum by more than a known
 * amount. In the column's unit; {@code lower < upper}, both finite.
 */
public record Bounds(double lower, double upper) {
    public Bounds {
        if (!(lower < upper) || Double.isInfinite(upper - lower)) {
            throw new IllegalArgumentException("bounds need lower < upper");
        }
    }

    public double midpoint() {
        return lower + halfWidth();
    }

    /** Half the width: how far a clamped value can be from the midpoint. */
    public double halfWidth() {
        return (upper - lower) / 2;
    }
}
