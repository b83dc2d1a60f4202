package io.leadgen.runtime.sql;

import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.runtime.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Databricks SQL with all values of a statement in one marker: a JSON array of texts in the one row of {@code b0}, beside the
 * scanned table. The engine folds what is taken out of it to constants before it plans the scan.
 */
final class DatabricksPacked extends DatabricksDialect {
    private final Map<Bind, Integer> places = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    DatabricksPacked(List<Bind> values) {
        for (Bind value : values) {
            if (places.putIfAbsent(value, texts.size()) == null) {
                texts.add(text(value.value()));
            }
        }
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    Fragment source(TableName name) {
        return Fragment.concat(
                super.source(name),
                " CROSS JOIN (SELECT FROM_JSON(",
                Fragment.marker(JsonText.compact(texts), ColumnType.STRING),
                ", 'ARRAY<STRING>') AS texts) AS b0");
    }

    @Override
    Fragment marker(Object value, ColumnType type) {
        Integer place = places.get(new Bind(value, type));
        if (place == null) {
            // Of a piece that is made but not needed: what cannot be equal is not compared. It is not in the statement.
            return super.marker(value, type);
        }
        Fragment text = Fragment.of("b0.texts[" + place + "]");
        return type.equals(ColumnType.STRING) ? text : cast(text, type);
    }
}
