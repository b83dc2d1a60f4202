package io.leadgen.e2e.spark;

import io.leadgen.catalog.TableSchema;
import io.leadgen.fixture.TableData;
import io.leadgen.runtime.sql.JdbcWarehouse;
import io.leadgen.runtime.warehouse.KnownTables;
import io.leadgen.runtime.warehouse.databricks.DatabricksDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;

/** The product's statements for Databricks, bound as it binds them and read as it reads them, run by Spark. */
final class SparkWarehouse extends JdbcWarehouse {
    private final LocalSpark spark;

    private SparkWarehouse(LocalSpark spark, Collection<TableSchema> tables) {
        super(new DatabricksDialect(), new KnownTables(tables));
        this.spark = spark;
    }

    static SparkWarehouse of(Collection<TableData> tables) {
        return new SparkWarehouse(
                LocalSpark.with(tables), tables.stream().map(TableData::schema).toList());
    }

    /** Over a file, which Spark may read in part, with the statements compiled as in a warehouse. */
    static SparkWarehouse overParquet(TableSchema table, Path file) {
        LocalSpark spark = LocalSpark.with(List.of());
        spark.session().conf().set("spark.sql.codegen.wholeStage", "true");
        spark.session().conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        String schema = table.name().schema();
        spark.session().sql("CREATE DATABASE IF NOT EXISTS " + schema);
        spark.session()
                .sql("DROP TABLE IF EXISTS " + schema + "." + table.name().table());
        spark.session()
                .sql("CREATE TABLE " + schema + "." + table.name().table() + " USING parquet LOCATION '" + file.toUri()
                        + "'");
        return new SparkWarehouse(spark, List.of(table));
    }

    @Override
    protected Connection connect(String catalog) {
        return SparkStatement.connection(spark);
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
