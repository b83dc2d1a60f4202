package io.leadgen.runtime.sql;

import io.leadgen.catalog.TableName;
import io.leadgen.people.PrivacyUnit;
import io.leadgen.predicate.Predicate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An audience as Databricks SQL that a person pastes, with constants in the text. It can select rows, and is no
 * {@link ParameterizedSql}: nothing here is ever sent to a warehouse.
 *
 * <p>Guarantees: the condition means what {@link SqlRenderer}'s means, given a session in the time zone UTC; identifiers are
 * quoted; constants cannot end early, whatever is in them; equal audiences give equal text.
 *
 * @param table what is scanned, in SQL: {@link #name} of a table, or {@code IDENTIFIER(:table)}
 * @param filter the canonical condition on rows
 */
public record AudienceSql(String table, Predicate filter) {
    private static final DatabricksText DIALECT = new DatabricksText();

    /** A table's quoted name. */
    public static String name(TableName table) {
        return DIALECT.table(table);
    }

    /** All columns of the rows that meet the condition. */
    public String rows() {
        return select("t0.*");
    }

    /** How many people meet the condition, as {@code people}: one row with one column. */
    public String count(PrivacyUnit unit) {
        return select(count(unit, "t0.") + " AS people");
    }

    /**
     * The aggregate that counts people.
     *
     * @param prefix what stands before a column's name
     */
    public static String count(PrivacyUnit unit, String prefix) {
        return unit instanceof PrivacyUnit.Key key
                ? "COUNT(DISTINCT " + prefix + DIALECT.quote(key.column().value()) + ")"
                : "COUNT(*)";
    }

    private String select(String what) {
        return "SELECT " + what + "\nFROM " + table + " AS t0\nWHERE " + condition();
    }

    /** One line for each condition that must hold. */
    private String condition() {
        List<Predicate> conditions = filter instanceof Predicate.And all ? all.operands() : List.of(filter);
        Conditions rendered = new Conditions(DIALECT);
        return conditions.stream()
                .map(condition -> condition.accept(rendered).text())
                .collect(Collectors.joining("\n  AND "));
    }
}
