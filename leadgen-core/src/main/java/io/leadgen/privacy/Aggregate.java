package io.leadgen.privacy;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The true cells of a scan, sealed: engines make it, only the release mechanism of this package can read it. It prints as
 * {@code Aggregate[sealed]}, compares by identity and cannot be serialised, so that no log, message or test failure can carry
 * a true value.
 */
public final class Aggregate {
    private final BigInteger[][] cells;

    private Aggregate(BigInteger[][] cells) {
        this.cells = cells;
    }

    /**
     * Seals the result of a scan.
     *
     * @param cells one row for each cell in the order of the query's cells, in it one exact integer for each measure in the
     *     order of the query's measures
     */
    public static Aggregate seal(BigInteger[][] cells) {
        BigInteger[][] copy = new BigInteger[cells.length][];
        for (int cell = 0; cell < cells.length; cell++) {
            copy[cell] = cells[cell].clone();
            if (copy[cell].length != copy[0].length || Arrays.asList(copy[cell]).contains(null)) {
                throw new IllegalArgumentException("every cell has every measure");
            }
        }
        return new Aggregate(copy);
    }

    BigInteger value(int cell, int measure) {
        return cells[cell][measure];
    }

    int size() {
        return cells.length;
    }

    @Override
    public String toString() {
        return "Aggregate[sealed]";
    }
}
