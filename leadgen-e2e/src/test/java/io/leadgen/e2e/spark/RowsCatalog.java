package io.leadgen.e2e.spark;

import io.leadgen.catalog.Column;
import io.leadgen.catalog.ColumnType;
import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** A catalog of tables in memory, for Spark to read. Spark makes it, by its name, for each session that has set it. */
public final class RowsCatalog implements TableCatalog {
    /** The setting with what {@link #keep} returned. */
    static final String CONTENTS = "contents";

    private static final Map<String, Map<TableName, TableData>> KEPT = new ConcurrentHashMap<>();

    private String name = "";
    private Map<TableName, Rows> tables = Map.of();

    /** Keeps tables for a catalog that Spark makes later. */
    static String keep(Map<TableName, TableData> tables) {
        String key = LocalSpark.tag();
        KEPT.put(key, Map.copyOf(tables));
        return key;
    }

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        this.name = name;
        Map<TableName, TableData> kept =
                Optional.ofNullable(KEPT.get(options.get(CONTENTS))).orElseThrow();
        tables = kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, table -> Rows.of(table.getValue())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Identifier[] listTables(String[] namespace) {
        return tables.keySet().stream()
                .filter(table -> namespace.length == 1 && namespace[0].equals(table.schema()))
                .map(table -> Identifier.of(namespace, table.table()))
                .toArray(Identifier[]::new);
    }

    @Override
    public Table loadTable(Identifier identifier) throws NoSuchTableException {
        String[] schema = identifier.namespace();
        Rows found = schema.length == 1 ? tables.get(new TableName(name, schema[0], identifier.name())) : null;
        if (found == null) {
            throw new NoSuchTableException(identifier);
        }
        return found;
    }

    @Override
    public Table alterTable(Identifier identifier, TableChange... changes) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public boolean dropTable(Identifier identifier) {
        throw new UnsupportedOperationException("read only");
    }

    @Override
    public void renameTable(Identifier from, Identifier to) {
        throw new UnsupportedOperationException("read only");
    }

    /** A table; its scan is all its rows, whatever the question is. */
    private static final class Rows implements SupportsRead {
        private final TableSchema table;
        private final InternalRow[] rows;

        private Rows(TableSchema table, InternalRow[] rows) {
            this.table = table;
            this.rows = rows;
        }

        static Rows of(TableData table) {
            return new Rows(table.schema(), converted(table));
        }

        @Override
        public String name() {
            return table.name().toString();
        }

        @Override
        @SuppressWarnings("deprecation")
        public StructType schema() {
            StructType schema = new StructType();
            for (Column column : table.columns()) {
                schema = schema.add(column.name().value(), type(column.type()), true);
            }
            return schema;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new LocalScan() {
                @Override
                public InternalRow[] rows() {
                    return rows;
                }

                @Override
                public StructType readSchema() {
                    return schema();
                }
            };
        }

        private static InternalRow[] converted(TableData table) {
            List<Column> columns = table.schema().columns();
            List<InternalRow> rows = new ArrayList<>();
            for (List<@Nullable Object> values : table.rows()) {
                @Nullable Object[] row = new @Nullable Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    Object value = values.get(i);
                    row[i] = value == null ? null : value(value, columns.get(i).type());
                }
                rows.add(new GenericInternalRow(row));
            }
            return rows.toArray(InternalRow[]::new);
        }
    }

    private static DataType type(ColumnType type) {
        return type.kind() == ColumnType.Kind.OTHER ? DataTypes.BinaryType : DataType.fromDDL(type.toString());
    }

    /** A value as Spark keeps it. */
    private static Object value(Object value, ColumnType type) {
        return switch (type.kind()) {
            case TINYINT -> ((Number) value).byteValue();
            case SMALLINT -> ((Number) value).shortValue();
            case INT -> ((Number) value).intValue();
            case BIGINT -> ((Number) value).longValue();
            case DECIMAL ->
                Decimal.apply(
                        scala.math.BigDecimal.javaBigDecimal2bigDecimal(
                                new BigDecimal(value.toString(), MathContext.UNLIMITED).setScale(type.scale())),
                        type.precision(),
                        type.scale());
            case FLOAT -> ((Number) value).floatValue();
            case DOUBLE -> ((Number) value).doubleValue();
            case STRING -> UTF8String.fromString((String) value);
            case DATE -> Math.toIntExact(((LocalDate) value).toEpochDay());
            case TIMESTAMP, TIMESTAMP_NTZ -> micros((LocalDateTime) value);
            case BOOLEAN, OTHER -> value;
        };
    }

    private static long micros(LocalDateTime time) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), time.truncatedTo(ChronoUnit.MICROS));
    }
}
