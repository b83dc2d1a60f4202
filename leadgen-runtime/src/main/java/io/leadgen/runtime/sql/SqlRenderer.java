package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.ColumnsOf;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.GroupKey;
import io.leadgen.warehouse.RelatedColumns;
import io.leadgen.warehouse.Warehouse.UnitFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        SqlFragment scanned = new RelatedSource(dialect, flat.counts()).scanned(query.table());
        return flat.query().cells().accept(new Selection(dialect, flat.query(), scanned));
    }

    /**
     * The scanned table with a column more for each count of rows elsewhere. Every related table is read once, grouped by person, and
     * joined to the one row of its result; a person without rows there has 0. Only conditions on partition columns narrow what is read there, so that the time
     * of the scan does not depend on which rows meet it.
     *
     * @param counts what each further column is
     */
    private record RelatedSource(SqlDialect dialect, Map<ColumnName, RelatedCount> counts) {

        /** The FROM item: a table, or a query in brackets. */
        SqlFragment scanned(TableName table) {
            if (counts.isEmpty()) {
                return SqlFragment.of(dialect.table(table));
            }
            Map<Link, List<Predicate>> filters = new LinkedHashMap<>();
            List<SqlFragment> columns = new ArrayList<>(List.of(SqlFragment.of("s0.*")));
            counts.forEach((name, count) -> {
                List<Predicate> ofLink = filters.computeIfAbsent(count.link(), any -> new ArrayList<>());
                int join = List.copyOf(filters.keySet()).indexOf(count.link());
                columns.add(SqlFragment.of(
                        "COALESCE(j" + join + ".c" + ofLink.size() + ", 0) AS " + dialect.quote(name.value())));
                ofLink.add(count.filter());
            });
            List<SqlFragment> parts = new ArrayList<>(List.of(
                    SqlFragment.of("(SELECT "),
                    SqlFragment.join(", ", columns),
                    SqlFragment.of(" FROM " + dialect.table(table) + " AS s0")));
            filters.forEach((link, ofLink) -> parts.add(join(link, ofLink, (parts.size() - 3))));
            parts.add(SqlFragment.of(")"));
            return SqlFragment.join("", parts);
        }

        private SqlFragment join(Link link, List<Predicate> filters, int number) {
            Conditions conditions = new Conditions(dialect);
            String key = "t0." + dialect.quote(link.key().value());
            List<SqlFragment> columns = new ArrayList<>(List.of(SqlFragment.of(key + " AS unit")));
            for (Predicate filter : filters) {
                int column = columns.size() - 1;
                columns.add(SqlFragment.concat(dialect.countIf(filter.accept(conditions)), " AS c" + column));
            }
            return SqlFragment.concat(
                    " LEFT JOIN (SELECT ",
                    SqlFragment.join(", ", columns),
                    " FROM ",
                    dialect.source(SqlFragment.of(dialect.table(link.table()))),
                    " WHERE (" + key + " IS NOT NULL)",
                    narrowing(link, filters, conditions),
                    " GROUP BY " + key + ") AS j" + number + " ON j" + number + ".unit = s0."
                            + dialect.quote(link.unit().name().value()));
        }

        /** The files that any of the counts needs, if each says which; else all. */
        private static SqlFragment narrowing(Link link, List<Predicate> filters, Conditions conditions) {
            List<SqlFragment> files = new ArrayList<>();
            for (Predicate filter : filters) {
                List<SqlFragment> parts = ColumnsOf.onlyOn(link.partitions(), filter).stream()
                        .map(each -> each.accept(conditions))
                        .toList();
                if (parts.isEmpty()) {
                    return SqlFragment.of("");
                }
                files.add(SqlFragment.concat("(", SqlFragment.join(" AND ", parts), ")"));
            }
            return SqlFragment.concat(" AND (", SqlFragment.join(" OR ", files), ")");
        }
    }
}
