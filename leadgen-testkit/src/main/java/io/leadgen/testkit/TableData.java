package io.leadgen.testkit;

import static java.util.Objects.requireNonNull;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table for a test: its schema and its rows.
 *
 * @param rows values in the order of the columns: {@code Boolean}, any {@code Number} for numeric columns, {@code String},
 *     {@code LocalDate}, {@code LocalDateTime} (of UTC for TIMESTAMP) or null
 */
public record TableData(TableSchema schema, List<List<@Nullable Object>> rows) {
    public TableData {
        requireNonNull(schema, "schema");
        rows = List.copyOf(rows);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != schema.columns().size()) {
                throw new IllegalArgumentException("a value for each column");
            }
        }
    }

    /** An empty table. */
    public static TableData of(String name, Column... columns) {
        return new TableData(new TableSchema(TableName.parse(name), List.of(columns), null), List.of());
    }

    /** This table with one more row. */
    public TableData row(@Nullable Object... values) {
        List<List<@Nullable Object>> more = new ArrayList<>(rows);
        more.add(Collections.unmodifiableList(Arrays.asList(values)));
        return new TableData(schema, more);
    }

    /**
     * This table with other rows.
     *
     * @param other values in the order of the columns
     */
    public TableData withRows(List<List<@Nullable Object>> other) {
        return new TableData(schema, other);
    }

    /** The rows as {@link ReferenceEvaluator} takes them, NULL left out: one Java type for each family of column types. */
    public List<Map<ColumnName, Object>> comparableRows() {
        return rows.stream().map(this::comparable).toList();
    }

    private Map<ColumnName, Object> comparable(List<@Nullable Object> row) {
        Map<ColumnName, Object> values = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = schema.columns().get(i);
            Object value = row.get(i);
            if (value != null) {
                values.put(column.name(), comparable(value, column.type()));
            }
        }
        return values;
    }

    private static Object comparable(Object value, ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INT, BIGINT -> new BigDecimal(value.toString());
            case DECIMAL -> new BigDecimal(value.toString()).setScale(type.scale());
            case FLOAT -> ((Number) value).floatValue() + 0.0;
            case DOUBLE -> ((Number) value).doubleValue() + 0.0;
            default -> value;
        };
    }

    /** What to hand to JDBC for a value of that type. */
    public static @Nullable Object jdbc(@Nullable Object value, ColumnType type) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INT, BIGINT -> number.longValue();
            case DECIMAL -> new BigDecimal(number.toString()).setScale(type.scale());
            case FLOAT -> number.floatValue();
            default -> number.doubleValue();
        };
    }
}
