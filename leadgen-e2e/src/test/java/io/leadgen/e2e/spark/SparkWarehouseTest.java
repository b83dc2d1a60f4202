package io.leadgen.e2e.spark;

import io.leadgen.fixture.TableData;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The statements for Databricks give, on Spark, what every warehouse has to give. Thousands of statements, of which Spark plans
 * and compiles each, so that it is asked for: {@code ./mvnw -pl leadgen-e2e -am -Pspark test -Dtest=SparkWarehouseTest}.
 */
@EnabledIfSystemProperty(named = "leadgen.spark.contract", matches = "true")
@Tag("slow")
class SparkWarehouseTest extends WarehouseContractTest {
    @Override
    protected Warehouse open(List<TableData> tables) {
        return SparkWarehouse.of(tables);
    }
}
