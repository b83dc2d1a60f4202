package io.leadgen.runtime.warehouse.databricks;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parses the result of {@code DESCRIBE TABLE EXTENDED}: the columns up to a row without a name, then sections with headings that
 * begin with {@code #}.
 */
final class DescribedTable {
    private static final String PARTITIONS = "# Partition Information";
    private static final String DETAILS = "# Detailed Table Information";
    private static final String HEADER = "# col_name";

    private final ResultSet rows;
    private final List<Column> columns = new ArrayList<>();
    private final List<ColumnName> partitions = new ArrayList<>();
    private @Nullable String comment;

    DescribedTable(ResultSet rows) {
        this.rows = rows;
    }

    TableSchema read(TableName table) throws SQLException {
        String section = "";
        while (rows.next()) {
            String name = Objects.requireNonNullElse(rows.getString(1), "");
            String value = Objects.requireNonNullElse(rows.getString(2), "");
            if (name.isEmpty() || name.equals(HEADER)) {
                section = section.isEmpty() ? "# end of columns" : section;
            } else if (name.startsWith("# ")) {
                section = name;
            } else if (section.isEmpty()) {
                columns.add(new Column(
                        new ColumnName(name), DatabricksType.of(value), true, comment(rows.getString(3)), null));
            } else if (section.equals(PARTITIONS)) {
                partitions.add(new ColumnName(name));
            } else if (section.equals(DETAILS) && name.equals("Comment")) {
                comment = comment(value);
            }
        }
        return partitioned(new TableSchema(table, columns, comment), partitions);
    }

    /** The table with these partition columns. */
    static TableSchema partitioned(TableSchema schema, List<ColumnName> partitions) {
        List<Column> columns = schema.columns().stream()
                .map(column -> partitions.contains(column.name())
                        ? new Column(
                                column.name(),
                                column.type(),
                                column.nullable(),
                                column.comment(),
                                partitions.indexOf(column.name()))
                        : column)
                .toList();
        return new TableSchema(schema.name(), columns, schema.comment());
    }

    static @Nullable String comment(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
