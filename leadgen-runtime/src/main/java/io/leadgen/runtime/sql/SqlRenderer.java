package io.leadgen.runtime.sql;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.ColumnName;
import io.leadgen.privacy.PrivacyUnit;
import io.leadgen.warehouse.AggregateQuery;
import io.leadgen.warehouse.Cells;
import io.leadgen.warehouse.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one statement that answers an {@link AggregateQuery}.
 *
 * <p>The result's columns are {@code m0, m1, …}, one exact integer for each measure; with {@link Cells.Bins} {@code cell}, the
 * bin's index, comes before them, and bins without units have no row.
 *
 * <p>Guarantees: literals are bound, never text; identifiers are quoted; the scanned table always has an alias (Spark reads
 * {@code FROM t WHERE (b)} as an alias called WHERE and drops the filter); no value of a column is selected; no row can make
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
        UnitValues values = UnitValues.of(dialect, query);
        return new ParameterizedSql(values.isEmpty() ? counts(query) : measures(query, values));
    }

    /** A count of units needs no unit's value, and no grouping by unit. */
    private Fragment counts(AggregateQuery query) {
        String key = key(query);
        String count = key == null ? "COUNT(*)" : "COUNT(DISTINCT " + key + ")";
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < query.measures().size(); i++) {
            selected.add(count + " AS m" + i);
        }
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), scan(query));
    }

    private Fragment measures(AggregateQuery query, UnitValues values) {
        Fragment units = units(query, values);
        List<Object> selected = new ArrayList<>();
        String grouping = "";
        if (query.cells() instanceof Cells.Bins bins) {
            units = Fragment.concat(
                    "SELECT ",
                    new Arithmetic(dialect).bin(values.reference(bins.value()), bins.grid()),
                    " AS cell, " + values.references() + " FROM (",
                    units,
                    ") AS u");
            selected.add("u.cell AS cell");
            grouping = " WHERE (u.cell IS NOT NULL) GROUP BY u.cell";
        }
        for (int i = 0; i < query.measures().size(); i++) {
            selected.add(Fragment.concat(measure(query.measures().get(i), values), " AS m" + i));
        }
        return Fragment.concat("SELECT ", Fragment.join(", ", selected), " FROM (", units, ") AS u", grouping);
    }

    /** One row for each unit, with its values as doubles. */
    private Fragment units(AggregateQuery query, UnitValues values) {
        String key = key(query);
        return key == null
                ? Fragment.concat("SELECT ", values.ofRows(), scan(query))
                : Fragment.concat("SELECT ", values.ofKeys(), scan(query), " GROUP BY " + key);
    }

    private Fragment scan(AggregateQuery query) {
        String key = key(query);
        Fragment filter = query.filter().accept(new Conditions(dialect));
        return Fragment.concat(
                " FROM " + dialect.table(query.table()) + " AS t0 WHERE ",
                filter,
                key == null ? "" : " AND (" + key + " IS NOT NULL)");
    }

    private Fragment measure(Measure measure, UnitValues values) {
        if (measure instanceof Measure.ValuedUnits valued) {
            return Fragment.of("COUNT(" + values.reference(valued.value()) + ")");
        } else if (measure instanceof Measure.CentredSum sum) {
            Fragment steps = new Arithmetic(dialect).steps(values.reference(sum.value()), sum.bounds());
            return Fragment.concat("COALESCE(", dialect.exactSum(steps, 0), ", 0)");
        }
        return Fragment.of("COUNT(*)");
    }

    private @Nullable String key(AggregateQuery query) {
        return query.unit() instanceof PrivacyUnit.Key key ? column(key.column()) : null;
    }

    private String column(ColumnName name) {
        return "t0." + dialect.quote(name.value());
    }
}
