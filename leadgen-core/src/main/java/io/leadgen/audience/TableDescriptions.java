package io.leadgen.audience;

import io.leadgen.audience.PartitionInfo.PartitionColumn;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnMeaning;
import io.leadgen.catalog.ColumnName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.error.ErrorCode;
import io.leadgen.error.LeadgenException;
import io.leadgen.privacy.policy.ColumnPolicy;
import io.leadgen.privacy.policy.TablePolicy;
import io.leadgen.question.answer.AppliedPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what the catalog and the data owner declare about a table into what a caller may see. */
final class TableDescriptions {
    private final TableSchema schema;
    private final TablePolicy policy;

    TableDescriptions(TableSchema schema, TablePolicy policy) {
        this.schema = schema;
        this.policy = policy;
    }

    /** @throws LeadgenException INVALID_ARGUMENT for fewer than one column */
    TableMetadata metadata(@Nullable String search, int most, AppliedPolicy applied, String requestId) {
        if (most < 1) {
            throw LeadgenException.of(ErrorCode.INVALID_ARGUMENT, "At least one column must be allowed");
        }
        List<Column> visible = schema.columns().stream()
                .filter(column -> policy.mayUse(column.name()))
                .toList();
        ColumnSearch.Found found =
                search == null || search.isBlank() ? new ColumnSearch.Found(visible, null) : search(visible, search);
        return new TableMetadata(
                schema.name(),
                schema.comment(),
                policy.unit().label(),
                found.columns().stream().limit(most).map(this::info).toList(),
                found.columns().size(),
                visible.size(),
                found.searchedFor(),
                applied,
                requestId);
    }

    private ColumnSearch.Found search(List<Column> visible, String search) {
        return new ColumnSearch(visible.stream().map(this::entry).toList()).find(search);
    }

    private ColumnSearch.Entry entry(Column column) {
        ColumnMeaning meaning = policy.meaning(column.name());
        Stream<@Nullable String> texts =
                Stream.of(column.comment(), meaning.description(), meaning.definition(), meaning.owner());
        return ColumnSearch.Entry.of(
                column,
                meaning.tags(),
                Stream.concat(texts.flatMap(Stream::ofNullable), values(column).stream())
                        .toList());
    }

    /** What the policy declares; where it declares nothing, what the dictionary says. */
    private List<String> values(Column column) {
        List<String> declared = policy.column(column.name()).values();
        return declared.isEmpty() ? policy.meaning(column.name()).values() : declared;
    }

    private boolean isPartition(Column column) {
        return column.partitionIndex() != null
                || (policy.partition() != null && policy.partition().column().equals(column.name()));
    }

    private ColumnInfo info(Column column) {
        ColumnPolicy declared = policy.column(column.name());
        ColumnMeaning meaning = policy.meaning(column.name());
        return new ColumnInfo(
                column.name().value(),
                column.type().toString(),
                column.nullable(),
                meaning.description() == null ? column.comment() : meaning.description(),
                isPartition(column),
                values(column),
                declared.bounds(),
                meaning.definition(),
                meaning.owner(),
                meaning.tags());
    }

    /** What the catalog declares; where it declares nothing, what the data owner does. */
    private List<Column> partitionColumns() {
        List<Column> declared = schema.partitionColumns();
        return declared.isEmpty()
                ? schema.columns().stream().filter(this::isPartition).toList()
                : declared;
    }

    PartitionInfo partitions(String requestId) {
        ColumnName required = policy.requiredPartition();
        return new PartitionInfo(
                schema.name(),
                partitionColumns().stream()
                        .map(column -> new PartitionColumn(
                                column.name().value(), column.type().toString(), column.comment()))
                        .toList(),
                required == null ? null : required.value(),
                requestId);
    }
}
