package io.leadgen.e2e.databricks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadgen.runtime.warehouse.DatabricksWarehouse;
import io.leadgen.runtime.warehouse.QueryLimits;
import io.leadgen.testkit.TableData;
import io.leadgen.testkit.WarehouseContractTest;
import io.leadgen.testkit.databricks.DatabricksEmulator;
import io.leadgen.warehouse.Warehouse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real driver, over the emulator, over Spark. Thousands of statements, which Spark plans and compiles one by one, so that it
 * is asked for: {@code ./mvnw -pl leadgen-e2e -am -Pspark test -Dtest=DatabricksOnSparkTest}.
 */
@EnabledIfSystemProperty(named = "leadgen.spark.contract", matches = "true")
class DatabricksOnSparkTest extends WarehouseContractTest {
    private @Nullable DatabricksEmulator emulator;

    @Override
    protected Warehouse open(List<TableData> tables) {
        emulator = DatabricksEmulator.start(SparkBackend.of(tables));
        return DatabricksWarehouse.of(emulator.config(), emulator.auth(), QueryLimits.ofSeconds(2, 60, 120));
    }

    @AfterAll
    void closeEmulator() {
        warehouse().close();
        DatabricksEmulator used = requireNonNull(emulator, "emulator");
        assertThat(used.journal().openSessions()).isZero();
        assertThat(used.journal().openStatements()).isZero();
        assertThat(used.journal().tripwires()).isEmpty();
        assertThat(used.journal().refusedTargets()).isEmpty();
        used.close();
    }
}
