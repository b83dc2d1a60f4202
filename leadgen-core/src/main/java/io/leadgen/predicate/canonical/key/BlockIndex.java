package io.leadgen.predicate.canonical.key;

import java.util.Arrays;

/** Finds earlier equal blocks of an array. A hash table of positions, because there can be tens of thousands. */
final class BlockIndex {
    /** Odd, with irregular bits. */
    private static final int SPREAD = 0x9E3779B1;

    private final int[] array;
    private final int length;
    private final int[] positions;

    BlockIndex(int[] array, int length) {
        this.array = array;
        this.length = length;
        this.positions = new int[Integer.highestOneBit(array.length / length) * 4];
        Arrays.fill(positions, -1);
    }

    /** The first block that equals this one, possibly itself. Must be called for every block in order. */
    int first(int block) {
        int hash = 0;
        for (int i = block * length; i < (block + 1) * length; i++) {
            hash = (hash ^ array[i]) * SPREAD;
        }
        int position = (hash ^ hash >>> 16) & positions.length - 1;
        while (positions[position] >= 0 && !equal(positions[position], block)) {
            position = position + 1 & positions.length - 1;
        }
        if (positions[position] < 0) {
            positions[position] = block;
        }
        return positions[position];
    }

    private boolean equal(int one, int other) {
        return Arrays.equals(array, one * length, (one + 1) * length, array, other * length, (other + 1) * length);
    }
}
