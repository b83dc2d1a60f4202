package io.leadgen.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.people.UnitValue;
import io.leadgen.privacy.policy.Bounds;

/** What is added up in each cell: an exact integer that one unit in the cell changes by a known amount at most. */
public sealed interface Measure {

    /** By how much one unit can change the measure. */
    int sensitivity();

    /** The number of units. */
    record Units() implements Measure {
        @Override
        public int sensitivity() {
            return 1;
        }
    }

    /** The number of units that have a value. */
    record ValuedUnits(UnitValue value) implements Measure {
        public ValuedUnits {
            requireNonNull(value, "value");
        }

        @Override
        public int sensitivity() {
            return 1;
        }
    }

    /**
     * The sum over units of {@code floor((clamp(value) - midpoint) / halfWidth * STEPS + 0.5)}: values as whole steps from the
     * middle of the bounds, so that the sum is an exact integer on every engine, in any order of addition.
     */
    record CentredSum(UnitValue value, Bounds bounds) implements Measure {
        /** Steps from the midpoint to a bound. */
        public static final int STEPS = 1 << 20;

        public CentredSum {
            requireNonNull(value, "value");
            requireNonNull(bounds, "bounds");
        }

        @Override
        public int sensitivity() {
            return STEPS;
        }
    }
}
