package io.leadgen.e2e.spark;

import io.leadgen.fixture.TableData;
import io.leadgen.runtime.sql.JdbcWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import java.sql.Connection;
import java.util.Collection;

/** The product's statements for Databricks, bound as it binds them and read as it reads them, run by Spark. */
final class SparkWarehouse extends JdbcWarehouse {
    private final LocalSpark spark;

    private SparkWarehouse(Collection<TableData> tables) {
        super(
                new DatabricksDialect(),
                new KnownTables(tables.stream().map(TableData::schema).toList()));
        spark = LocalSpark.with(tables);
    }

    static SparkWarehouse of(Collection<TableData> tables) {
        return new SparkWarehouse(tables);
    }

    @Override
    protected Connection connect(String catalog) {
        return SparkStatement.connection(spark);
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
