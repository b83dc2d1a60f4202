package io.leadgen.testkit;

import io.leadgen.warehouse.Warehouse;
import java.util.List;

class H2WarehouseTest extends WarehouseContractTest {
    @Override
    protected Warehouse open(List<TableData> tables) {
        return H2Warehouse.of(tables.toArray(TableData[]::new));
    }
}
