package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.RelatedColumns;
import io.leadgen.warehouse.Warehouse.UnitFacts;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Renders the statement that answers an {@link AggregateQuery}.
 *
 * <p>The result has the columns {@code m0, m1, …}: one exact integer for each measure. Disjoint cells and groups add the column
 * {@code cell}, the number of the cell, before them; cells without units have no row. {@link Cells.Whole} and
 * {@link Cells.Each} return one row with the measures of all cells in order. {@link Cells.FoundGroups} adds {@code g0, g1, …},
 * one for each key: the index of an enumerated key, the first day of a {@link GroupKey.Calendar}, or the value; dates are text.
 * One group more than allowed means that there are too many.
 *
 * <p>Guarantees: literals are bound, never text. Identifiers are quoted. The scanned table always has an alias, because Spark
 * reads {@code FROM t WHERE (b)} as an alias named WHERE and drops the filter. Only the keys of found groups select values of
 * columns. No row can make the statement fail. Equal queries produce equal text. Not guaranteed: that the table or a column
 * exists.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SqlRenderer {
    private final SqlDialect dialect;

    public SqlRenderer(SqlDialect dialect) {
        this.dialect = requireNonNull(dialect, "dialect");
    }

    public ParameterizedSql render(AggregateQuery query) {
        SqlFragment statement = statement(dialect, query);
        SqlDialect carrying = dialect.carrying(statement.binds());
        return new ParameterizedSql(carrying == dialect ? statement : statement(carrying, query));
    }

    /** The statement for {@link #readUnitFacts}. */
    public ParameterizedSql unitFacts(TableName table, ColumnName unit) {
        String column = "t0." + dialect.quote(unit.value());
        return new ParameterizedSql(SqlFragment.of("SELECT COUNT(*), COUNT(" + column + "), COUNT(DISTINCT " + column
                + ") FROM " + dialect.table(table) + " AS t0"));
    }

    /** The numbers of {@link #unitFacts}. */
    public static UnitFacts readUnitFacts(ResultSet rows) throws SQLException {
        rows.next();
        return new UnitFacts(rows.getLong(1), rows.getLong(2), rows.getLong(3));
    }

    private static SqlFragment statement(SqlDialect dialect, AggregateQuery query) {
        RelatedColumns flat = RelatedColumns.of(query);
        RelatedSource related = new RelatedSource(dialect, flat.counts());
        return flat.query().cells().accept(new Selection(dialect, flat.query(), related));
    }
}
