package io.leadgen.audience;

import io.leadgen.audience.PartitionInfo.PartitionColumn;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.privacy.ColumnPolicy;
import io.leadgen.privacy.TablePolicy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what the catalog and the data owner declare into what a caller may see. */
final class TableDescriptions {
    private TableDescriptions() {}

    static TableMetadata metadata(
            TableSchema schema, TablePolicy policy, Applied applied, @Nullable String search, String requestId) {
        List<Column> visible = schema.columns().stream()
                .filter(column -> policy.mayUse(column.name()))
                .toList();
        List<ColumnInfo> matching = visible.stream()
                .filter(column -> matches(column, search))
                .map(column -> info(column, policy))
                .toList();
        return new TableMetadata(
                schema.name(), schema.comment(), policy.unit().label(), matching, visible.size(), applied, requestId);
    }

    private static boolean matches(Column column, @Nullable String search) {
        if (search == null) {
            return true;
        }
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return column.name().value().contains(wanted)
                || (column.comment() != null
                        && column.comment().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static boolean isPartition(Column column, TablePolicy policy) {
        return column.partitionIndex() != null
                || (policy.partition() != null && policy.partition().column().equals(column.name()));
    }

    private static ColumnInfo info(Column column, TablePolicy policy) {
        ColumnPolicy declared = policy.column(column.name());
        return new ColumnInfo(
                column.name().value(),
                column.type().toString(),
                column.nullable(),
                column.comment(),
                isPartition(column, policy),
                declared.values(),
                declared.bounds());
    }

    /** What the catalog declares; where it declares nothing, what the data owner does. */
    private static List<Column> partitionColumns(TableSchema schema, TablePolicy policy) {
        List<Column> declared = schema.partitionColumns();
        return declared.isEmpty()
                ? schema.columns().stream()
                        .filter(column -> isPartition(column, policy))
                        .toList()
                : declared;
    }

    static PartitionInfo partitions(TableSchema schema, TablePolicy policy, String requestId) {
        ColumnName required = policy.requiredPartition();
        return new PartitionInfo(
                schema.name(),
                partitionColumns(schema, policy).stream()
                        .map(column -> new PartitionColumn(
                                column.name().value(), column.type().toString(), column.comment()))
                        .toList(),
                required == null ? null : required.value(),
                requestId);
    }
}
