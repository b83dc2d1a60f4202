package io.leadgen.predicate.canonical.key;

import java.util.Arrays;

/** Finds blocks of an array that were there before; a hash table of their places, as there can be tens of thousands. */
final class BlockIndex {
    /** Odd, and without a pattern in its bits. */
    private static final int SPREAD = 0x9E3779B1;

    private final int[] array;
    private final int length;
    private final int[] places;

    BlockIndex(int[] array, int length) {
        this.array = array;
        this.length = length;
        this.places = new int[Integer.highestOneBit(array.length / length) * 4];
        Arrays.fill(places, -1);
    }

    /** The first block, perhaps this one, that equals it; each block must be asked for, in their order. */
    int first(int block) {
        int hash = 0;
        for (int i = block * length; i < (block + 1) * length; i++) {
            hash = (hash ^ array[i]) * SPREAD;
        }
        int place = (hash ^ hash >>> 16) & places.length - 1;
        while (places[place] >= 0 && !equal(places[place], block)) {
            place = place + 1 & places.length - 1;
        }
        if (places[place] < 0) {
            places[place] = block;
        }
        return places[place];
    }

    private boolean equal(int one, int other) {
        return Arrays.equals(array, one * length, (one + 1) * length, array, other * length, (other + 1) * length);
    }
}
