package io.leadgen.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The true cells of a scan, sealed: engines make it, only the release mechanism of this package can read it. It prints as
 * {@code Aggregate[sealed]}, compares by identity and cannot be serialised, so that no log, message or test failure can carry
 * a true value.
 */
public final class Aggregate {
    /** The keys of each cell; empty where the question names the cells itself. */
    private final List<List<@Nullable String>> keys;

    private final BigInteger[][] cells;

    private Aggregate(List<List<@Nullable String>> keys, BigInteger[][] cells) {
        this.keys = keys;
        this.cells = cells;
    }

    /**
     * Seals the result of a scan.
     *
     * @param cells one row for each cell in the order of the query's cells, in it one exact integer for each measure in the
     *     order of the query's measures
     */
    public static Aggregate seal(BigInteger[][] cells) {
        return new Aggregate(List.of(), copy(cells));
    }

    /**
     * Seals the result of a scan whose cells were found in the data.
     *
     * @param keys the keys of each cell in the order of the question's keys, null for NULL; each combination once
     * @param cells as above, in the order of {@code keys}
     */
    public static Aggregate seal(List<List<@Nullable String>> keys, BigInteger[][] cells) {
        if (keys.size() != cells.length) {
            throw new IllegalArgumentException("every cell has its keys");
        }
        List<List<@Nullable String>> copy = new ArrayList<>();
        keys.forEach(key -> copy.add(Collections.unmodifiableList(new ArrayList<>(key))));
        return new Aggregate(copy, copy(cells));
    }

    private static BigInteger[][] copy(BigInteger[][] cells) {
        BigInteger[][] copy = new BigInteger[cells.length][];
        for (int cell = 0; cell < cells.length; cell++) {
            copy[cell] = cells[cell].clone();
            if (copy[cell].length != copy[0].length || Arrays.asList(copy[cell]).contains(null)) {
                throw new IllegalArgumentException("every cell has every measure");
            }
        }
        return copy;
    }

    BigInteger value(int cell, int measure) {
        return cells[cell][measure];
    }

    /** One measure of every cell. */
    BigInteger[] measure(int measure) {
        return Arrays.stream(cells).map(cell -> cell[measure]).toArray(BigInteger[]::new);
    }

    /** The keys of a cell that was found in the data; empty for a cell that the question names. */
    List<@Nullable String> key(int cell) {
        return keys.isEmpty() ? List.of() : keys.get(cell);
    }

    int size() {
        return cells.length;
    }

    @Override
    public String toString() {
        return "Aggregate[sealed]";
    }
}
