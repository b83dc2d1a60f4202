package io.leadgen.testkit;

import io.leadgen.runtime.warehouse.DuckDbLimits;
import io.leadgen.runtime.warehouse.DuckDbWarehouse;
import io.leadgen.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class DuckDbFileWarehouseTest extends WarehouseContractTest {
    @TempDir
    static Path directory;

    @Override
    protected Warehouse open(List<TableData> tables) throws Exception {
        return DuckDbWarehouse.open(DuckDbTestFiles.database(directory, tables), DuckDbLimits.defaults());
    }
}
