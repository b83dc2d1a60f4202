package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.predicate.Operand.Link;
import io.leadgen.predicate.Operand.RelatedCount;
import io.leadgen.predicate.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scanned table with a column more for each count of rows elsewhere. Every related table is read once, grouped by person, and
 * joined to the one row of its result; a person without rows there has 0. No condition narrows what is read there, so that the time
 * of the scan does not depend on which rows meet it.
 *
 * @param counts what each further column is
 */
record RelatedSource(SqlDialect dialect, Map<ColumnName, RelatedCount> counts) {

    /** What stands in FROM: a table, or a query in brackets. */
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
                " WHERE (" + key + " IS NOT NULL) GROUP BY " + key + ") AS j" + number + " ON j" + number
                        + ".unit = s0." + dialect.quote(link.unit().name().value()));
    }
}
