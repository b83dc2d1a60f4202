package io.leadgen.privacy.policy;

/**
 * The range to which one person's value is clamped before it is summed, so that no person can move a sum by more than a known
 * amount. In the column's unit; {@code lower < upper}, both finite, and not so close together that a double could not distinguish the
 * 2^28 parts between them: rounding could then move a sum by more than the amount that the noise covers.
 */
public record Bounds(double lower, double upper) {
    private static final double PARTS = 0x1p28;

    public Bounds {
        double width = upper - lower;
        if (!(lower < upper) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("bounds need lower < upper");
        }
        double largest = Math.max(Math.abs(lower), Math.abs(upper));
        if (width < largest / PARTS || width / 2 < Double.MIN_NORMAL) {
            throw new IllegalArgumentException("bounds too close together");
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
