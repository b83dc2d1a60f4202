package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import io.leadgen.runtime.sql.ParameterizedSql;
import io.leadgen.runtime.sql.SqlRenderer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An audience as Databricks SQL with literals, for people to paste. It can select rows, so it is not a {@link ParameterizedSql}:
 * leadgen never sends it to a warehouse.
 *
 * <p>Guarantees: the condition means the same as that of {@link SqlRenderer} in a session with time zone UTC. Identifiers are
 * quoted. Literals are escaped. Equal audiences produce equal text.
 *
 * @param table the FROM item: {@link #name} of a table, or {@code IDENTIFIER(:table)}
 * @param filter the canonical predicate
 */
public record AudienceSql(String table, Predicate filter) {
    private static final LiteralDialect DIALECT = new LiteralDialect();

    public static String name(TableName table) {
        return DIALECT.table(table);
    }

    public String rows() {
        return select("t0.*");
    }

    /** The number of matching people: one row with the column {@code people}. */
    public String count(PrivacyUnit unit) {
        return select(count(unit, "t0.") + " AS people");
    }

    /** The aggregate that counts people; the prefix of a column's name is for example {@code t0.}. */
    public static String count(PrivacyUnit unit, String prefix) {
        return unit instanceof PrivacyUnit.Key key
                ? "COUNT(DISTINCT " + prefix + DIALECT.quote(key.column().value()) + ")"
                : "COUNT(*)";
    }

    private String select(String what) {
        return "SELECT " + what + "\nFROM " + table + " AS t0\nWHERE " + condition();
    }

    /** One line for each operand of AND. */
    private String condition() {
        List<Predicate> conditions = filter instanceof Predicate.And all ? all.operands() : List.of(filter);
        return conditions.stream()
                .map(condition -> DIALECT.condition(condition).text())
                .collect(Collectors.joining("\n  AND "));
    }
}
