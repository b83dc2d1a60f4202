package io.leadgen.runtime.answer;

import static io.leadgen.runtime.answer.CommonShapes.APPLIED;
import static io.leadgen.runtime.answer.CommonShapes.TABLE;
import static io.leadgen.runtime.answer.Scalars.NUMBER;
import static io.leadgen.runtime.answer.Scalars.TEXT;
import static io.leadgen.runtime.answer.Scalars.TRUTH;
import static io.leadgen.runtime.answer.Scalars.WHOLE;
import static io.leadgen.runtime.answer.Type.listOf;

import io.leadgen.audience.PartitionInfo;
import io.leadgen.audience.PartitionInfo.PartitionColumn;
import io.leadgen.audience.TableMetadata;
import io.leadgen.audience.TableMetadata.ColumnInfo;
import io.leadgen.catalog.TableName;
import java.util.List;

/** What there is to ask about. */
public final class CatalogShapes {
    /** Names of one level of the catalog. */
    public record Names(String catalog, String schema, List<String> names, String requestId) {
        public static Names catalogs(List<String> catalogs, String requestId) {
            return new Names("", "", catalogs, requestId);
        }

        public static Names schemas(String catalog, List<String> schemas, String requestId) {
            return new Names(catalog, "", schemas, requestId);
        }

        public static Names tables(String catalog, String schema, List<TableName> tables, String requestId) {
            return new Names(
                    catalog, schema, tables.stream().map(TableName::table).toList(), requestId);
        }
    }

    public static final Shape<Names> CATALOGS =
            Shape.<Names>of().field("catalogs", listOf(TEXT), Names::names).field("request_id", TEXT, Names::requestId);

    public static final Shape<Names> SCHEMAS = Shape.<Names>of()
            .field("catalog", TEXT, Names::catalog)
            .field("schemas", listOf(TEXT), Names::names)
            .field("request_id", TEXT, Names::requestId);

    public static final Shape<Names> TABLES = Shape.<Names>of()
            .field("catalog", TEXT, Names::catalog)
            .field("schema", TEXT, Names::schema)
            .field("tables", listOf(TEXT), Names::names)
            .field("request_id", TEXT, Names::requestId);

    /** Real tables have hundreds of columns, so a column says only what there is to say. */
    private static final Shape<ColumnInfo> COLUMN = Shape.<ColumnInfo>of()
            .field("name", TEXT, ColumnInfo::name)
            .field("type", TEXT, ColumnInfo::type)
            .field("nullable", TRUTH, ColumnInfo::nullable)
            .field("comment", TEXT.orNull(), ColumnInfo::comment)
            .columnAfter("bounds")
            .optional("partition", TRUTH, column -> column.partition() ? true : null)
            .optional("values", listOf(TEXT), column -> column.values().isEmpty() ? null : column.values())
            .about("All values that the column has, as its owner declares.")
            .optional("bounds", listOf(NUMBER), column -> CommonShapes.bounds(column.bounds()))
            .about("The least and the largest value that counts, as its owner declares.")
            .optional("definition", TEXT, ColumnInfo::definition)
            .optional("owner", TEXT, ColumnInfo::owner)
            .optional("tags", listOf(TEXT), column -> column.tags().isEmpty() ? null : column.tags());

    /** A table's columns and what is declared about it. */
    public static final Shape<TableMetadata> METADATA = Shape.<TableMetadata>of()
            .with(TABLE, TableMetadata::table)
            .field("comment", TEXT.orNull(), TableMetadata::comment)
            .field("unit", TEXT, TableMetadata::unit)
            .field("columns", listOf(COLUMN), TableMetadata::columns)
            .field("matching", WHOLE, TableMetadata::matching)
            .field("column_count", WHOLE, TableMetadata::columnCount)
            .field("truncated", TRUTH, TableMetadata::truncated)
            .field("searched_for", TEXT.orNull(), TableMetadata::searchedFor)
            .field("applied", APPLIED, TableMetadata::applied)
            .field("request_id", TEXT, TableMetadata::requestId);

    private static final Shape<PartitionColumn> PARTITION_COLUMN = Shape.<PartitionColumn>of()
            .field("name", TEXT, PartitionColumn::name)
            .field("type", TEXT, PartitionColumn::type)
            .field("comment", TEXT.orNull(), PartitionColumn::comment);

    /** A table's partition columns. */
    public static final Shape<PartitionInfo> PARTITIONS = Shape.<PartitionInfo>of()
            .with(TABLE, PartitionInfo::table)
            .field("partition_columns", listOf(PARTITION_COLUMN), PartitionInfo::partitionColumns)
            .field("required", TEXT.orNull(), PartitionInfo::required)
            .about("The column that every predicate must filter on.")
            .field("request_id", TEXT, PartitionInfo::requestId);

    private CatalogShapes() {}
}
