package io.leadgen.predicate.canonical.key;

import java.util.BitSet;
import java.util.List;

/** A term over the points of dimensions, from which a {@link TruthTable} is made. */
sealed interface Formula {

    /** The row has one of these points on a dimension. */
    record Within(Dimension dimension, BitSet points) implements Formula {}

    /** All of these, or any. All of nothing is TRUE; any of nothing is FALSE. */
    record Joined(boolean all, List<Formula> parts) implements Formula {}
}
