package io.leadgen.predicate.canonical.key;

import io.leadgen.predicate.canonical.domain.CutPoint;
import io.leadgen.predicate.canonical.domain.ValueSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dimension of a {@link TruthTable}: an axis, or whether an operand is NULL together with the only axis that this matters to.
 * Then NULL is an additional point, the first. Points that no condition distinguishes form a class, and a table has one cell for
 * each class. For {@code x IN (1, 5)} the values 1 and 5 are one class; all others and NULL are the second.
 */
final class Dimension {
    private final @Nullable Axis presence;
    private final @Nullable Axis axis;
    private final List<CutPoint.At> cuts;
    private final int[] classOf;
    private int classes = 1;

    /** @param cuts between the points of an axis of values, otherwise none */
    private Dimension(@Nullable Axis presence, @Nullable Axis axis, List<CutPoint.At> cuts, int axisPoints) {
        this.presence = presence;
        this.axis = axis;
        this.cuts = cuts;
        this.classOf = new int[axisPoints + (presence == null ? 0 : 1)];
    }

    /** @param cuts those of an axis of values, otherwise none */
    static Dimension of(@Nullable Axis presence, Axis axis, List<CutPoint.At> cuts) {
        int points = switch (axis.kind()) {
            case VALUES -> cuts.size() + 1;
            case ORDER -> 3;
            case PRESENCE, PATTERN -> 2;
        };
        return new Dimension(presence, axis, cuts, points);
    }

    static Dimension of(Axis presence) {
        return new Dimension(presence, null, List.of(), 1);
    }

    @Nullable
    Axis presence() {
        return presence;
    }

    @Nullable
    Axis axis() {
        return axis;
    }

    List<CutPoint.At> cuts() {
        return cuts;
    }

    /** The number of classes so far. */
    int classes() {
        return classes;
    }

    /** The point of NULL. */
    BitSet isNull() {
        BitSet result = new BitSet();
        result.set(0);
        return result;
    }

    /** All points except NULL. */
    BitSet isKnown() {
        BitSet result = new BitSet();
        result.set(1, classOf.length);
        return result;
    }

    /** Points of the axis; bit 0 is the first. */
    BitSet points(int bits) {
        return BitSet.valueOf(new long[] {(long) bits << first()});
    }

    /** The points of values in a set, whose cuts are all among those of this dimension. */
    BitSet points(ValueSet values) {
        BitSet result = new BitSet();
        boolean in = values.fromBottom();
        int next = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            result.set(first() + i, in);
            if (i < cuts.size()
                    && next < values.cuts().size()
                    && cuts.get(i).equals(values.cuts().get(next))) {
                in = !in;
                next++;
            }
        }
        return result;
    }

    private int first() {
        return presence == null ? 0 : 1;
    }

    /** Splits classes so that each is inside these points or outside. Classes are numbered by their first point. */
    void distinguish(BitSet points) {
        int[] renumbered = new int[2 * classes];
        Arrays.fill(renumbered, -1);
        int count = 0;
        for (int i = 0; i < classOf.length; i++) {
            int part = 2 * classOf[i] + (points.get(i) ? 1 : 0);
            if (renumbered[part] < 0) {
                renumbered[part] = count++;
            }
            classOf[i] = renumbered[part];
        }
        classes = count;
    }

    /** The classes of these points. Each must be inside them or outside. */
    BitSet classesOf(BitSet points) {
        BitSet result = new BitSet(classes);
        points.stream().forEach(point -> result.set(classOf[point]));
        return result;
    }

    int nullClass() {
        return classOf[0];
    }

    /** The class of each point of the axis; without an axis, that of not being NULL. */
    int[] axisClasses() {
        return Arrays.copyOfRange(classOf, first(), classOf.length);
    }
}
