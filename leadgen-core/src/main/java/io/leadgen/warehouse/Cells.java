package io.leadgen.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.people.UnitLimit;
import io.leadgen.people.UnitValue;
import io.leadgen.predicate.Predicate;
import io.leadgen.privacy.noise.Grid;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How the scanned units are cut into cells.
 *
 * <p>{@link Whole}, {@link Bins}, {@link Funnel} and {@link Atoms} take a unit as a whole: it falls in one cell at most, and
 * its value there is that of all its rows. {@link Groups}, {@link FoundGroups} and {@link Each} take rows: a unit is in every
 * cell in which it has a row, with the value of those rows, though in no more cells than {@link #cellsPerUnit} says.
 */
public sealed interface Cells {

    /** In how many cells one unit can be at most, so that a unit changes no more cells than these. */
    int cellsPerUnit();

    <R> R accept(Visitor<R> visitor);

    /** The same cells with other conditions. */
    default Cells with(UnaryOperator<Predicate> other) {
        return this;
    }

    /** One method for each kind; deliberately without default methods. */
    interface Visitor<R> {
        R whole(Whole cells);

        R bins(Bins cells);

        R groups(Groups cells);

        R foundGroups(FoundGroups cells);

        R funnel(Funnel cells);

        R atoms(Atoms cells);

        R each(Each cells);
    }

    /** Cells that the question names: all of them have values, zero where there is no unit. */
    sealed interface Enumerated extends Cells {

        /** Number of cells, known before the scan. */
        int size();
    }

    /** A unit falls in one cell at most. */
    sealed interface OfWholeUnits extends Enumerated {
        @Override
        default int cellsPerUnit() {
            return 1;
        }
    }

    /** One cell with every unit. */
    record Whole() implements OfWholeUnits {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whole(this);
        }
    }

    /** One cell for each bin of a grid, by the unit's value; a unit without a value falls in none. */
    record Bins(UnitValue value, Grid grid) implements OfWholeUnits {
        public Bins {
            requireNonNull(value, "value");
            requireNonNull(grid, "grid");
        }

        @Override
        public int size() {
            return grid.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bins(this);
        }
    }

    /**
     * One cell for each combination of the keys' places: the last key's place changes first. What a key puts in no place is in
     * no cell.
     *
     * @param keys one to three
     * @param limit how many cells a unit with many rows keeps
     */
    record Groups(List<GroupKey.Enumerated> keys, UnitLimit limit) implements Enumerated {
        /** Protects memory; far more than anybody can read. */
        public static final int MOST_CELLS = 1 << 16;

        public Groups {
            keys = List.copyOf(keys);
            checkKeys(keys);
            requireNonNull(limit, "limit");
            long cells = 1;
            for (GroupKey.Enumerated key : keys) {
                cells *= key.size();
                if (cells > MOST_CELLS) {
                    throw new IllegalArgumentException("more than " + MOST_CELLS + " cells");
                }
            }
        }

        @Override
        public int size() {
            return keys.stream().mapToInt(GroupKey.Enumerated::size).reduce(1, Math::multiplyExact);
        }

        @Override
        public int cellsPerUnit() {
            return Math.min(limit.cells(), size());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.groups(this);
        }
    }

    /**
     * One cell for each combination of keys that the data holds, identified by its keys' texts and sorted by them.
     *
     * <p>Groups with fewer than {@code atLeast} units are left out, so that a scan does not return thousands of groups of which
     * none will be released. <b>That makes a group come and go as a whole: one unit can be the one with which it has {@code
     * atLeast} of them.</b> A release of found groups has to hide that step, from nothing to {@code atLeast} units, by a
     * noisy threshold above {@code atLeast}; noise on the cells that are there is not enough.
     *
     * <p>More than {@value #MOST_GROUPS} groups are an error, which protects memory and is itself something that data decides.
     *
     * @param keys one to three, at least one of them found in the data
     * @param limit how many groups a unit with many rows keeps
     * @param atLeast 1 or more
     */
    record FoundGroups(List<GroupKey> keys, UnitLimit limit, int atLeast) implements Cells {
        public static final int AT_LEAST = 10;
        public static final int MOST_GROUPS = 100_000;

        public FoundGroups {
            keys = List.copyOf(keys);
            checkKeys(keys);
            requireNonNull(limit, "limit");
            if (keys.stream().allMatch(GroupKey.Enumerated.class::isInstance)) {
                throw new IllegalArgumentException("all keys are enumerated");
            }
            if (atLeast < 1) {
                throw new IllegalArgumentException("at least one unit");
            }
        }

        @Override
        public int cellsPerUnit() {
            return limit.cells();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.foundGroups(this);
        }
    }

    /**
     * How far units get: cell <i>i</i> has those that reach step <i>i</i> and no further, cell 0 those that do not reach the
     * first one. A unit reaches a step where some row of it meets the step's condition and it reaches the step before; rows of
     * different steps can be different ones, in any order.
     *
     * @param steps one to {@value #MOST_STEPS} canonical conditions
     */
    record Funnel(List<Predicate> steps) implements OfWholeUnits {
        public static final int MOST_STEPS = 30;

        @Override
        public Funnel with(UnaryOperator<Predicate> other) {
            return new Funnel(steps.stream().map(other).toList());
        }

        public Funnel {
            steps = checked(steps, MOST_STEPS);
        }

        @Override
        public int size() {
            return steps.size() + 1;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.funnel(this);
        }
    }

    /**
     * The atoms of a Venn diagram: bit <i>i</i> of a cell's number is set where some row of the unit meets condition <i>i</i>.
     *
     * @param audiences one to {@value #MOST_AUDIENCES} canonical conditions
     */
    record Atoms(List<Predicate> audiences) implements OfWholeUnits {
        public static final int MOST_AUDIENCES = 5;

        @Override
        public Atoms with(UnaryOperator<Predicate> other) {
            return new Atoms(audiences.stream().map(other).toList());
        }

        public Atoms {
            audiences = checked(audiences, MOST_AUDIENCES);
        }

        @Override
        public int size() {
            return 1 << audiences.size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atoms(this);
        }
    }

    /**
     * Several audiences in one scan: cell <i>i</i> has the units with a row that meets condition <i>i</i>. The cells are not
     * disjoint: one unit can be in all of them.
     *
     * @param conditions one to {@value #MOST_CONDITIONS} canonical conditions
     */
    record Each(List<Predicate> conditions) implements Enumerated {
        public static final int MOST_CONDITIONS = 500;

        @Override
        public Each with(UnaryOperator<Predicate> other) {
            return new Each(conditions.stream().map(other).toList());
        }

        public Each {
            conditions = checked(conditions, MOST_CONDITIONS);
        }

        @Override
        public int size() {
            return conditions.size();
        }

        @Override
        public int cellsPerUnit() {
            return size();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.each(this);
        }
    }

    private static List<Predicate> checked(List<Predicate> conditions, int most) {
        if (conditions.isEmpty() || conditions.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " conditions");
        }
        return List.copyOf(conditions);
    }

    private static void checkKeys(List<? extends GroupKey> keys) {
        if (keys.isEmpty() || keys.size() > GroupKey.MOST) {
            throw new IllegalArgumentException("1 to " + GroupKey.MOST + " keys");
        }
    }
}
