package io.leadgen.people;

/**
 * How many cells a unit with many rows keeps; what it has in others is left out. Which ones is decided for each unit by itself,
 * in the order of a hash of unit, cell and salt: no unit has a say in what another one keeps, every cell has the same chance,
 * and the same question keeps the same cells on one engine. Engines hash differently, so that another engine keeps others.
 *
 * @param cells 1 or more
 * @param salt any number; part of the question
 */
public record UnitLimit(int cells, long salt) {
    public UnitLimit {
        if (cells < 1) {
            throw new IllegalArgumentException("one cell at least");
        }
    }
}
