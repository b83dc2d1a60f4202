package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.json.JsonText;
import io.leadgen.runtime.sql.Bind;
import io.leadgen.runtime.sql.SqlFragment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Databricks SQL with all values of a statement in one marker: a JSON array of strings in the single row of {@code b0}, joined
 * with the scanned table. The optimizer folds its elements to constants before it plans the scan.
 */
final class PackedDialect extends DatabricksDialect {
    private final Map<Bind, Integer> positions = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    PackedDialect(List<Bind> values) {
        for (Bind value : values) {
            if (positions.putIfAbsent(value, texts.size()) == null) {
                texts.add(text(value.value()));
            }
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    protected SqlFragment source(TableName name) {
        return SqlFragment.concat(
                super.source(name),
                " CROSS JOIN (SELECT FROM_JSON(",
                SqlFragment.marker(JsonText.compact(texts), ColumnType.STRING),
                ", 'ARRAY<STRING>') AS texts) AS b0");
    }

    @Override
    protected SqlFragment marker(Object value, ColumnType type) {
        Integer position = positions.get(new Bind(value, type));
        if (position == null) {
            // A value of a fragment that the statement does not contain, because the comparison is constant.
            return super.marker(value, type);
        }
        SqlFragment text = SqlFragment.of("b0.texts[" + position + "]");
        return type.equals(ColumnType.STRING) ? text : cast(text, type);
    }
}
