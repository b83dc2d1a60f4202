package io.leadgen.e2e.spark;

import io.leadgen.catalog.TableName;
import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.sql.SqlDialect;
import io.leadgen.runtime.warehouse.JdbcWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The product's statements for Databricks, bound as it binds them and read as it reads them, run by Spark. */
final class SparkWarehouse extends JdbcWarehouse {
    private final LocalSpark spark;
    private final KnownTables known;

    private SparkWarehouse(Collection<TableData> tables) {
        super(SqlDialect.databricks());
        spark = LocalSpark.with(tables);
        known = new KnownTables(tables.stream().map(TableData::schema).toList());
    }

    static SparkWarehouse of(Collection<TableData> tables) {
        return new SparkWarehouse(tables);
    }

    @Override
    protected Connection connect(String catalog) {
        return SparkStatement.connection(spark);
    }

    @Override
    public List<String> catalogs() {
        return known.catalogs();
    }

    @Override
    public List<String> schemas(String catalog) {
        return known.schemas(catalog);
    }

    @Override
    public List<TableName> tables(String catalog, String schema) {
        return known.tables(catalog, schema);
    }

    @Override
    public Optional<TableSchema> describe(TableName table) {
        return known.describe(table);
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
