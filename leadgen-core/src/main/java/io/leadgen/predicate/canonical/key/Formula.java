package io.leadgen.predicate.canonical.key;

import java.util.BitSet;
import java.util.List;

/** A term said with the points of dimensions only, so that a {@link TruthTable} can be made of it. */
sealed interface Formula {

    /** The row lies in one of these points of a dimension. */
    record Within(Dimension dimension, BitSet points) implements Formula {}

    /** All of these, or any; all of nothing is TRUE, any of nothing FALSE. */
    record Joined(boolean all, List<Formula> parts) implements Formula {}
}
