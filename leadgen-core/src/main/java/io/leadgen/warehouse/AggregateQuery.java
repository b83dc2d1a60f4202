package io.leadgen.warehouse;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The only query of an engine: one scan of one table, cut into cells, with measures added up in each. It cannot return rows. Its
 * conditions can count rows of related tables; {@link RelatedColumns} has the query without such counts.
 *
 * @param table the table to scan
 * @param unit what one person is in it
 * @param scanned what narrows the scan: the engine may skip rows that do not meet it. Every row that meets the filter does. The filter
 *     itself, or less where how long the scan takes must not depend on which rows the filter selects
 * @param filter the canonical condition on rows; {@link Predicate.Constant#TRUE} for all
 * @param cells how units are cut
 * @param measures what is added up; one at least
 */
public record AggregateQuery(
        TableName table, PrivacyUnit unit, Predicate scanned, Predicate filter, Cells cells, List<Measure> measures) {
    public AggregateQuery {
        requireNonNull(table, "table");
        requireNonNull(unit, "unit");
        requireNonNull(scanned, "scanned");
        requireNonNull(filter, "filter");
        requireNonNull(cells, "cells");
        measures = List.copyOf(measures);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("no measure");
        }
    }

    /** A query whose scan skips what the filter does not select. */
    public AggregateQuery(TableName table, PrivacyUnit unit, Predicate filter, Cells cells, List<Measure> measures) {
        this(table, unit, filter, filter, cells, measures);
    }

    /** The same query with a scan that only this condition narrows. */
    public AggregateQuery scanning(Predicate condition) {
        return new AggregateQuery(table, unit, condition, filter, cells, measures);
    }

    /** The same query with other conditions. */
    AggregateQuery with(UnaryOperator<Predicate> other) {
        return new AggregateQuery(table, unit, other.apply(scanned), other.apply(filter), cells.with(other), measures);
    }

    /** Whether the scan reads rows that the filter does not select. */
    public boolean readsMore() {
        return !scanned.equals(filter);
    }

    /**
     * How many cells one unit of this table changes at most; each measure of each by {@link Measure#sensitivity} at most. A row
     * by itself is in one group at most.
     */
    public int cellsPerUnit() {
        boolean oneRow = unit instanceof PrivacyUnit.Row;
        boolean grouped = cells instanceof Cells.Groups || cells instanceof Cells.FoundGroups;
        return oneRow && grouped ? 1 : cells.cellsPerUnit();
    }
}
