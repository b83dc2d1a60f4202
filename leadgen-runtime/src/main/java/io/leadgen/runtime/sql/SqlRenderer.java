package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;

/**
 * Makes the one statement that answers an {@link AggregateQuery}.
 *
 * <p>The result's columns are {@code m0, m1, …}, one exact integer for each measure. Before them comes {@code cell}, the cell's
 * number, where cells are disjoint or groups; cells without units have no row. With {@link Cells.Whole} and {@link Cells.Each}
 * there is one row, with the measures of one cell behind those of the other. With {@link Cells.FoundGroups} {@code g0, g1, …}
 * come first, one for each key: the place in an enumerated key, the first day of a {@link GroupKey.Calendar} and a date as
 * text, any other value as it is; there can be one group more than allowed, which tells that there are too many.
 *
 * <p>Guarantees: literals are bound, never text; identifiers are quoted; the scanned table always has an alias (Spark reads
 * {@code FROM t WHERE (b)} as an alias called WHERE and drops the filter); no value of a column is selected but those of the keys of found groups; no row can make
 * the statement raise; equal queries give equal text. Not guaranteed: that a table or a column exists.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SqlRenderer {
    private final SqlDialect dialect;

    public SqlRenderer(SqlDialect dialect) {
        this.dialect = requireNonNull(dialect, "dialect");
    }

    public ParameterizedSql render(AggregateQuery query) {
        Fragment statement = statement(dialect, query);
        SqlDialect carrying = dialect.carrying(statement.binds());
        return new ParameterizedSql(carrying == dialect ? statement : statement(carrying, query));
    }

    private static Fragment statement(SqlDialect dialect, AggregateQuery query) {
        return query.cells().accept(new Selection(dialect, query));
    }
}
