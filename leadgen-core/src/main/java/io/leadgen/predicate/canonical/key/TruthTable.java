package io.leadgen.predicate.canonical.key;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The combinations of classes for which a formula holds.
 *
 * @param dimensions those that matter, with two or more classes each; the last one runs fastest
 * @param cells number of combinations
 * @param holds one bit for each combination
 */
record TruthTable(List<Dimension> dimensions, int cells, BitSet holds) {
    /** 8 KiB of bits, and as much once for every condition. */
    static final int MAX_CELLS = 1 << 16;

    /** The table of the first formula, or null if it would have more than {@link #MAX_CELLS} cells. */
    static @Nullable TruthTable of(Axes axes) {
        List<Dimension> dimensions = dimensions(axes);
        Evaluation evaluation = evaluation(dimensions);
        return evaluation == null
                ? null
                : new TruthTable(
                        dimensions,
                        evaluation.cells,
                        evaluation.cells(axes.formulas().get(0)));
    }

    /** How many formulas hold in one cell at most; all of them, if there are more than {@link #MAX_CELLS} cells. */
    static int mostTogether(Axes axes) {
        Evaluation evaluation = evaluation(dimensions(axes));
        if (evaluation == null) {
            return axes.formulas().size();
        }
        int[] together = new int[evaluation.cells];
        for (Formula formula : axes.formulas()) {
            evaluation.cells(formula).stream().forEach(cell -> together[cell]++);
        }
        return Arrays.stream(together).max().orElse(0);
    }

    private static List<Dimension> dimensions(Axes axes) {
        return axes.dimensions().stream()
                .filter(dimension -> dimension.classes() > 1)
                .toList();
    }

    private static @Nullable Evaluation evaluation(List<Dimension> dimensions) {
        long cells = 1;
        for (Dimension dimension : dimensions) {
            cells *= dimension.classes();
            if (cells > MAX_CELLS) {
                return null;
            }
        }
        Evaluation evaluation = new Evaluation((int) cells, new HashMap<>());
        int stride = (int) cells;
        for (Dimension dimension : dimensions) {
            stride /= dimension.classes();
            evaluation.strides.put(dimension, stride);
        }
        return evaluation;
    }

    private record Evaluation(int cells, Map<Dimension, Integer> strides) {

        BitSet cells(Formula formula) {
            if (formula instanceof Formula.Within within) {
                return within(within.dimension(), within.dimension().classesOf(within.points()));
            }
            Formula.Joined joined = (Formula.Joined) formula;
            BitSet result = new BitSet(cells);
            result.set(0, joined.all() ? cells : 0);
            for (Formula part : joined.parts()) {
                if (joined.all()) {
                    result.and(cells(part));
                } else {
                    result.or(cells(part));
                }
            }
            return result;
        }

        private BitSet within(Dimension dimension, BitSet classes) {
            BitSet result = new BitSet(cells);
            Integer stride = strides.get(dimension);
            if (stride == null) {
                result.set(0, classes.isEmpty() ? 0 : cells);
                return result;
            }
            int period = stride * dimension.classes();
            // The pattern of one period repeats. After some number of periods it starts at the same bit of a word
            // again.
            int repeated = period * (Long.SIZE / greatestCommonDivisor(period, Long.SIZE));
            for (int start = 0; start < Math.min(repeated, cells); start += period) {
                for (int from = classes.nextSetBit(0); from >= 0; ) {
                    int to = classes.nextClearBit(from);
                    result.set(start + from * stride, start + to * stride);
                    from = classes.nextSetBit(to);
                }
            }
            return repeated(result.toLongArray(), repeated / Long.SIZE);
        }

        private static int greatestCommonDivisor(int one, int other) {
            return other == 0 ? one : greatestCommonDivisor(other, one % other);
        }

        /** Repeats these words up to the number of cells. */
        private BitSet repeated(long[] start, int length) {
            long[] words = Arrays.copyOf(start, (cells + Long.SIZE - 1) / Long.SIZE);
            for (int done = length; done < words.length; done += length) {
                System.arraycopy(words, 0, words, done, Math.min(length, words.length - done));
            }
            BitSet result = BitSet.valueOf(words);
            result.clear(cells, words.length * Long.SIZE);
            return result;
        }
    }
}
