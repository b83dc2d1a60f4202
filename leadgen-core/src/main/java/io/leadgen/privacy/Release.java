package io.leadgen.privacy;

import static java.util.Objects.requireNonNull;

import io.leadgen.privacy.accounting.PrivacyLoss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A noisy answer, safe to show.
 *
 * @param cells one for each cell that is released, in the order of the question's cells
 * @param coarse whether the budget allowed the coarse answer only
 * @param cost what the answer cost altogether
 */
public record Release(List<Cell> cells, boolean coarse, PrivacyLoss cost) {
    public Release {
        cells = List.copyOf(cells);
        requireNonNull(cost, "cost");
    }

    /**
     * The noisy values of one cell.
     *
     * @param key the values by which a cell that was found in the data is known, null for NULL; empty for a cell that the
     *     question names
     * @param count the noisy number of units
     * @param details further noisy values, by the kind of question
     */
    public record Cell(List<@Nullable String> key, NoisyValue count, List<NoisyValue> details) {
        public Cell {
            key = Collections.unmodifiableList(new ArrayList<>(key)); // List.copyOf would refuse a NULL
            requireNonNull(count, "count");
            details = List.copyOf(details);
        }

        /** A cell that the question names. */
        public static Cell of(NoisyValue count, List<NoisyValue> details) {
            return new Cell(List.of(), count, details);
        }
    }

    /**
     * A value with its noise.
     *
     * @param value unbiased; can be below zero for a count
     * @param sigma the standard deviation of its noise, 0 where the value was chosen and not measured
     */
    public record NoisyValue(BigDecimal value, double sigma) {
        public NoisyValue {
            requireNonNull(value, "value");
        }
    }

    /** The same as the coarse answer that the budget allowed. */
    Release asCoarse() {
        return new Release(cells, true, cost);
    }

    /** The cell of an answer that has one only. */
    public Cell cell() {
        if (cells.size() != 1) {
            throw new IllegalStateException("not an answer with one cell");
        }
        return cells.get(0);
    }
}
